// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.concurrency;

import io.hubgate.delivery.HubEvents;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The values that the checks of this package share: small numbers on the outside, events and records on the inside. */
@NullMarked
final class Orders {
    static final TaskHubName HUB = new TaskHubName("Orders420");
    static final Instant START = Instant.parse("2026-11-23T05:18:12.501234500Z");
    /** Time stands still: nothing here may depend on it. */
    static final Deadline LONG = Deadline.in(Duration.ofHours(1), InstantSource.fixed(START));

    private static final OrchestratorName PLACE_ORDER = new OrchestratorName("PlaceOrder");

    private Orders() {}

    static InstanceId id(int number) {
        return new InstanceId("order-" + number);
    }

    static int number(InstanceId id) {
        return Integer.parseInt(id.value().substring("order-".length()));
    }

    static LifecycleEvent event(int number, boolean ended, int second) {
        return new LifecycleEvent(
                HUB,
                id(number),
                PLACE_ORDER,
                ended ? RuntimeStatus.COMPLETED : RuntimeStatus.RUNNING,
                START.plusSeconds(second),
                "");
    }

    static List<HubEvents> delivery(LifecycleEvent... events) {
        return List.of(new HubEvents(HUB, true, List.of(events)));
    }

    static InstanceRecord record(int number, boolean ended, int second) {
        return InstanceRecord.of(event(number, ended, second), START);
    }

    /** Says all of a record that no store may forget. */
    static String shown(@Nullable InstanceRecord record) {
        if (record == null) {
            return "nothing";
        }
        return record.status() + " since " + second(record.since()) + ", first " + second(record.firstSeen())
                + ", last " + second(record.lastTerminal());
    }

    private static String second(@Nullable Instant time) {
        return time == null
                ? "never"
                : Long.toString(Duration.between(START, time).toSeconds());
    }
}
