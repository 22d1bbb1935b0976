// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.Actor;
import io.hubgate.model.TaskHubName;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * An audited exception: somebody looked at one thing that blocks and answers for it. It is over at its end, and before that as soon as
 * anything of what it names changes or an event comes that is later than it.
 *
 * @param id names the waiver within its app
 * @param hub the hub
 * @param code what it takes away
 * @param target what exactly it is about
 * @param by who answers for it
 * @param reason why
 * @param at since when, on our clock
 * @param until when it ends, at most {@link #LONGEST} later
 */
public record Waiver(
        String id,
        TaskHubName hub,
        BlockerCode code,
        WaiverTarget target,
        Actor by,
        String reason,
        Instant at,
        Instant until) {
    /** As long a waiver may last. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /**
     * Checks times, reason, and that what is waived can be.
     *
     * @throws IllegalArgumentException if it ends before it begins, lasts too long, says no reason, or is of a code that nobody can waive
     */
    public Waiver {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(by, "by");
        if (!isOneOf(code, target)) {
            throw new IllegalArgumentException(code + " cannot be waived so");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a waiver has a reason");
        }
        if (!until.isAfter(at) || until.isAfter(at.plus(LONGEST))) {
            throw new IllegalArgumentException("a waiver lasts more than nothing and at most 7 days");
        }
    }

    private static boolean isOneOf(BlockerCode code, WaiverTarget target) {
        return switch (code) {
            case INSTANCES_ACTIVE,
                    INSTANCES_SCHEDULED,
                    STALE_STATUS,
                    ETERNAL,
                    INSTANCE_UNACCOUNTED,
                    ENTITY_LOCK_ORPHANED -> target instanceof WaiverTarget.OfInstance;
            case UNEXPLAINED_MESSAGES -> target instanceof WaiverTarget.OfQueue;
            case POISON_MESSAGE -> target instanceof WaiverTarget.OfMessage;
            default -> false;
        };
    }
}
