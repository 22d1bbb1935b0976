// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.AppName;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was refused.
 *
 * @param code the stable code
 * @param message what is in the way
 * @param fix what the caller can do
 * @param owner the app that owns the hub name, or null if that is not the reason
 */
public record Refusal(
        ErrorCode code,
        String message,
        String fix,
        @Nullable AppName owner) {
    static Refusal of(ErrorCode code, String message, String fix) {
        return new Refusal(code, message, fix, null);
    }
}
