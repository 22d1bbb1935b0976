// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Events and times that the tests of deliveries share. */
final class Sample {
    static final TaskHubName HUB = new TaskHubName("Orders420");
    static final OrchestratorName PLACE_ORDER = new OrchestratorName("PlaceOrder");
    static final Instant START = Instant.parse("2026-11-23T05:18:12.501234500Z");
    /** A clock that stands still: only real waiting, never reading it, lets time pass. */
    static final InstantSource STANDING = InstantSource.fixed(START);

    static final Deadline LONG = Deadline.in(Duration.ofMinutes(1), STANDING);

    private Sample() {}

    static LifecycleEvent event(String id, RuntimeStatus status, int millis) {
        return new LifecycleEvent(HUB, new InstanceId(id), PLACE_ORDER, status, START.plusMillis(millis), "");
    }

    static LifecycleEvent running(String id, int millis) {
        return event(id, RuntimeStatus.RUNNING, millis);
    }

    static LifecycleEvent completed(String id, int millis) {
        return event(id, RuntimeStatus.COMPLETED, millis);
    }

    static List<HubEvents> delivery(LifecycleEvent... events) {
        return List.of(new HubEvents(HUB, true, List.of(events)));
    }

    static InstanceId id(String value) {
        return new InstanceId(value);
    }

    static Instant at(int millis) {
        return START.plusMillis(millis);
    }
}
