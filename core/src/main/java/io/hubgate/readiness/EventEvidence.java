// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.Traffic;
import java.time.Instant;
import java.util.List;
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
    /** Copies the list. */
    public EventEvidence {
        active = List.copyOf(active);
    }

    /**
     * Tells whether any event of the hub was ever received.
     *
     * @return true if so
     */
    public boolean isSeen() {
        return traffic != null;
    }
}
