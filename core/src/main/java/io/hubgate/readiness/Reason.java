// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One named reason why a verdict cannot be given.
 *
 * @param code the stable code
 * @param message one sentence for a person
 * @param fix what can be done about it
 * @param taskHub the hub that it is about, or null if it is about the slot or the app
 */
public record Reason(
        ReasonCode code,
        String message,
        String fix,
        @Nullable TaskHubName taskHub) implements Finding {
    /** Checks that there is a code. */
    public Reason {
        Objects.requireNonNull(code, "code");
    }

    @Override
    public String codeName() {
        return code.name();
    }
}
