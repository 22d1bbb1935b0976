// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a hub stands in the record of its app: all that the rules may know of releases and slots.
 *
 * @param hub the hub
 * @param kind what the app's record knows of it
 * @param inProduction whether production records it
 * @param inSlot whether any slot records it or may hold it
 * @param stagedAt when it was last staged, or null if it never was
 * @param leftProductionAt the confirmed end of its last time in production, or null
 * @param retiredAt when it was retired, or null if it is not
 */
public record Standing(
        TaskHubName hub,
        Kind kind,
        boolean inProduction,
        boolean inSlot,
        @Nullable Instant stagedAt,
        @Nullable Instant leftProductionAt,
        @Nullable Instant retiredAt) {
    /** What the record of an app knows of a hub. */
    public enum Kind {
        /** A release of the app that was staged and never in production. */
        ONLY_STAGED,
        /** A release of the app that was in production, confirmed or not. */
        HELD_PRODUCTION,
        /** No living release of the app. */
        FOREIGN
    }

    /**
     * Returns the standing of a hub that no app knows.
     *
     * @param hub the hub
     * @return the standing
     */
    public static Standing foreign(TaskHubName hub) {
        return new Standing(hub, Kind.FOREIGN, false, false, null, null, null);
    }
}
