// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.ReleaseLabel;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One deployed build. Immutable.
 *
 * @param taskHub its hub
 * @param label what the pipeline says of it
 * @param phase where it is in its life
 * @param slot the slot that records it, or null
 * @param times when it got there
 * @param forced the force that overwrote it, or null
 * @param hubData what became of its hub, or null while it is not deleted
 */
public record Release(
        TaskHubName taskHub,
        ReleaseLabel label,
        ReleasePhase phase,
        @Nullable SlotName slot,
        Times times,
        @Nullable ForceMark forced,
        @Nullable HubData hubData) {
    /** Checks that the parts that always exist do. */
    public Release {
        Objects.requireNonNull(taskHub, "taskHub");
        Objects.requireNonNull(phase, "phase");
    }

    /**
     * Tells whether it was ever in production, confirmed or not.
     *
     * @return true if so
     */
    public boolean wasLive() {
        return times.liveAt() != null;
    }

    Release in(ReleasePhase newPhase, @Nullable SlotName newSlot, Instant now) {
        return new Release(taskHub, label, newPhase, newSlot, times.entering(newPhase, now), forced, hubData);
    }

    Release staged(ReleaseLabel newLabel, SlotName newSlot, Instant now) {
        return new Release(taskHub, newLabel, ReleasePhase.STAGED, newSlot, times.staged(now), forced, hubData);
    }

    Release leftProduction(Instant now) {
        return new Release(taskHub, label, phase, slot, times.leftProduction(now), forced, hubData);
    }

    Release forcedBy(ForceMark mark) {
        return new Release(taskHub, label, phase, slot, times, mark, hubData);
    }

    Release with(HubData data) {
        return new Release(taskHub, label, phase, slot, times, forced, data);
    }

    /**
     * When a release got where it is.
     *
     * @param since when it took its phase
     * @param stagedAt when it was last staged, or null if it never was
     * @param liveAt when it last went live by the record, or null
     * @param leftProductionAt the confirmed end of its last time in production, or null
     * @param retiredAt when it was retired, or null
     * @param deletedAt when it was deleted, or null
     */
    public record Times(
            Instant since,
            @Nullable Instant stagedAt,
            @Nullable Instant liveAt,
            @Nullable Instant leftProductionAt,
            @Nullable Instant retiredAt,
            @Nullable Instant deletedAt) {
        static Times begin(Instant now) {
            return new Times(now, null, null, null, null, null);
        }

        Times entering(ReleasePhase phase, Instant now) {
            return new Times(
                    now,
                    stagedAt,
                    heldProduction(phase) ? now : liveAt,
                    leftProductionAt,
                    phase == ReleasePhase.RETIRED ? now : retiredAt,
                    phase == ReleasePhase.DELETED ? now : deletedAt);
        }

        /** Going live is one way; being found in a slot with unknown history is another, and counts the same. */
        private boolean heldProduction(ReleasePhase phase) {
            return phase == ReleasePhase.LIVE || (phase == ReleasePhase.DRAINING && liveAt == null);
        }

        Times staged(Instant now) {
            return new Times(since, now, liveAt, leftProductionAt, retiredAt, deletedAt);
        }

        Times leftProduction(Instant now) {
            return new Times(since, stagedAt, liveAt, now, retiredAt, deletedAt);
        }
    }
}
