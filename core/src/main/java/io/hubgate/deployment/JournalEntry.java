// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.Actor;
import io.hubgate.model.Holder;
import io.hubgate.model.TaskHubName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One refusal, kept for people in a capped journal outside the decision log (rule P-9).
 *
 * @param at when
 * @param actor who
 * @param command the command's word
 * @param holder the pipeline run, or null
 * @param taskHub the hub that the command named, or null
 * @param code why
 * @param message one sentence: what was in the way
 */
public record JournalEntry(
        Instant at,
        Actor actor,
        String command,
        @Nullable Holder holder,
        @Nullable TaskHubName taskHub,
        ErrorCode code,
        String message) {}
