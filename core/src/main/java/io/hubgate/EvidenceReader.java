// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.delivery.Quarantine;
import io.hubgate.deployment.App;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.EventEvidence;
import io.hubgate.readiness.HubCase;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.Standing;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.TrackedHub;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.Traffic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Reads what the sources say about a hub. Thread-safe if the stores are. */
final class EvidenceReader {
    private final InstanceStore instances;
    private final Quarantine quarantine;
    private final ReadinessPolicy policy;
    private final Outages outages;
    private final InstantSource clock;

    EvidenceReader(
            InstanceStore instances,
            Quarantine quarantine,
            ReadinessPolicy policy,
            Outages outages,
            InstantSource clock) {
        this.instances = instances;
        this.quarantine = quarantine;
        this.policy = policy;
        this.outages = outages;
        this.clock = clock;
    }

    /** The case of a hub as its app's record has it. */
    HubCase caseOf(App app, TaskHubName hub, Intent intent, Deadline deadline) {
        return caseOf(Standings.of(app, hub), intent, deadline);
    }

    HubCase caseOf(Standing standing, Intent intent, Deadline deadline) {
        EventEvidence events = read(standing.hub(), deadline);
        return new HubCase(intent, standing, events, policy, clock.instant());
    }

    EventEvidence read(TaskHubName hub, Deadline deadline) {
        Instant observedAt = clock.instant();
        Optional<TrackedHub> tracked = instances.read(hub, deadline);
        List<InstanceRecord> active = tracked.map(TrackedHub::active).orElse(List.of()).stream()
                .filter(record -> !record.id().isEntity())
                .toList();
        Traffic traffic = tracked.map(TrackedHub::traffic).orElse(null);
        int quarantined = quarantine.countFor(hub, deadline);
        return new EventEvidence(hub, observedAt, active, traffic, quarantined, outages.worst(deadline));
    }
}
