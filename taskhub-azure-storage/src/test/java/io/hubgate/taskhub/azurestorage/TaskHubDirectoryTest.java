// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.taskhub.azurestorage.internal.layout.HubNaming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskHubDirectoryTest {
    @Test
    void listsEachHubWithItsSizeAndItsSignsOfLife() {
        Instant ahead = Inspecting.CLOCK.instant().plus(Duration.ofMinutes(5));
        SmallHub alive = new SmallHub(Inspecting.freshHub(), Inspecting.account())
                .create()
                .instance("a", "Running")
                .instance("b", "Completed")
                .hidden(0, "TimerFired", "a")
                .partition(0, "vm", ahead);
        SmallHub tables = new SmallHub(Inspecting.freshHub(), Inspecting.account()).createTables();
        TaskHubDirectory directory = new TaskHubDirectory(
                StorageAccess.ofConnectionString(Inspecting.account().connectionString()),
                Inspecting.CLOCK,
                Clients.HTTP);
        List<HubSummary> hubs = directory.list(Deadline.in(Duration.ofSeconds(60), Inspecting.CLOCK));
        assertThat(hubs)
                .filteredOn(hub -> hub.hub().equals(alive.name()))
                .singleElement()
                .satisfies(hub -> {
                    assertThat(hub.hub().value()).isEqualTo(alive.name().value());
                    assertThat(hub.controlQueues()).isEqualTo(4);
                    assertThat(hub.messages()).isOne();
                    assertThat(hub.instances()).isEqualTo(2);
                    assertThat(hub.active()).isOne();
                    assertThat(hub.hostAlive()).isTrue();
                    assertThat(hub.looksAbandoned()).isFalse();
                });
        assertThat(hubs)
                .filteredOn(hub -> hub.hub().equals(tables.name()))
                .singleElement()
                .satisfies(hub -> {
                    assertThat(hub.controlQueues()).isZero();
                    assertThat(hub.hostAlive()).isFalse();
                    assertThat(hub.lastActivity()).isNull();
                    assertThat(hub.looksAbandoned()).isFalse();
                });
    }

    @Test
    void aHubLooksAbandonedOnlyIfAllOfItIsHere() {
        Instant now = Inspecting.CLOCK.instant();
        Instant longAgo = now.minus(Duration.ofDays(8));
        TaskHubName name = new TaskHubName("orders");
        assertThat(new HubSummary(name, true, 4, 0, 1, false, 0, longAgo, false, now).looksAbandoned())
                .isTrue();
        assertThat(new HubSummary(name, true, 4, 0, 1, false, 0, longAgo, true, now).looksAbandoned())
                .isFalse();
        assertThat(new HubSummary(name, false, 4, 0, 0, false, 0, null, false, now).looksAbandoned())
                .as("it may have a tracking store")
                .isFalse();
        assertThat(new HubSummary(name, true, 0, 0, 1, false, 0, longAgo, false, now).looksAbandoned())
                .as("it may be a tracking store")
                .isFalse();
    }

    @Test
    void namesHubsByWhatIsLeftOfThem() {
        assertThat(HubNaming.of(
                        List.of("OrdersInstances", "OrdersHistory", "LonelyInstances", "Instances", "History"),
                        List.of("orders-control-00", "orders1-control-03", "orders2-workitems", "x-control-00"),
                        List.of("left-leases", "left2-largemessages", "pictures")))
                .containsExactly(new TaskHubName("left"), new TaskHubName("Orders"), new TaskHubName("orders1"));
    }
}
