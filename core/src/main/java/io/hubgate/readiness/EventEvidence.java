// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that lifecycle events say about one hub at one moment.
 *
 * @param hub the hub
 * @param observedAt when the store was read
 * @param active the active orchestrations, entities left out
 * @param traffic the rest, or null if no event of the hub was ever kept
 * @param quarantined how many events that name this hub, or no readable hub, are put aside
 * @param outage the latest outage, or null if there was none
 */
public record EventEvidence(
        TaskHubName hub,
        Instant observedAt,
        List<InstanceRecord> active,
        @Nullable Traffic traffic,
        long quarantined,
        @Nullable Outage outage) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the number of quarantined events is negative
     */
    public EventEvidence {
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(observedAt, "observedAt");
        if (quarantined < 0) {
            throw new IllegalArgumentException("a number of events is not negative");
        }
        active = List.copyOf(active);
    }

    /**
     * Returns the same evidence with another number of quarantined events.
     *
     * @param count how many events are put aside that name this hub, or no readable hub
     * @return the evidence
     * @throws IllegalArgumentException if the number is negative
     */
    public EventEvidence withQuarantined(long count) {
        return new EventEvidence(hub, observedAt, active, traffic, count, outage);
    }

    /**
     * Tells whether any event of the hub was ever received.
     *
     * @return true if so
     */
    public boolean isSeen() {
        return traffic != null || !active.isEmpty();
    }

    /**
     * Returns how many orchestrations are active. Instances and traffic may be read one after the other: where they differ, the larger number
     * counts (rule R-2).
     *
     * @return the number
     */
    public long activeCount() {
        return traffic == null ? active.size() : Math.max(active.size(), traffic.active());
    }

    /**
     * Returns this evidence as an answer shows it.
     *
     * @return the source {@code events}, when it was read and what it showed
     */
    public Evidence summary() {
        return new Evidence("events", hub, observedAt, activeCount(), traffic == null ? null : traffic.lastEventAt());
    }
}
