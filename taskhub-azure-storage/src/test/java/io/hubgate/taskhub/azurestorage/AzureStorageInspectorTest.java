// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.rule.Rule;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.QueueMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the inspector sees of hubs in Azurite. */
class AzureStorageInspectorTest {
    private final SmallHub hub = new SmallHub(Inspecting.freshHub(), Inspecting.account()).create();

    private HubLook look(Depth depth) {
        return Inspecting.look(hub, depth);
    }

    @Nested
    class OfRows {
        @Test
        @Rule("R-12")
        void takesEveryStatusThatIsNotTerminal() {
            for (String status : List.of(
                    "Pending",
                    "Running",
                    "ContinuedAsNew",
                    "Suspended",
                    "Sleeping",
                    "Completed",
                    "Failed",
                    "Terminated",
                    "Canceled")) {
                hub.instance(status + "-1", status);
            }
            HubLook look = look(Depth.WHOLE);
            assertThat(look.rows().active().stream().map(row -> row.id().value()))
                    .containsExactlyInAnyOrder(
                            "Pending-1", "Running-1", "ContinuedAsNew-1", "Suspended-1", "Sleeping-1");
            assertThat(look.rows().activeCount()).isEqualTo(5);
            assertThat(look.isComplete()).isTrue();
        }

        @Test
        @Rule("R-12")
        void takesARowWithoutAStatus() {
            hub.instance("odd", Map.of("RuntimeStatus", ""));
            assertThat(look(Depth.WHOLE).rows().active())
                    .singleElement()
                    .satisfies(row -> assertThat(row.status().isTerminal()).isFalse());
        }

        /** The engine asks no row of its own tables for a hub: it runs what was copied there from another. */
        @Test
        @Rule({"R-2", "R-12"})
        void takesARowOfItsOwnTableThatNamesAnotherHub() {
            hub.instance("copied", Map.of("RuntimeStatus", "Running", "TaskHubName", "another"))
                    .instance("ended", Map.of("RuntimeStatus", "Completed", "TaskHubName", "another"));
            HubLook look = Inspecting.look(new InspectionRequest(
                    hub.name(), Depth.WHOLE, List.of(), Set.of(new InstanceId("ended")), List.of()));
            assertThat(look.rows().active()).extracting(row -> row.id().value()).containsExactly("copied");
            assertThat(look.rows().found()).containsOnlyKeys(new InstanceId("ended"));
        }

        @Test
        @Rule("R-14")
        void tellsTrackedInstancesWhateverTheyAre() {
            hub.instance("ended", "Completed").instance("a/b#c", "Running");
            InspectionRequest request = new InspectionRequest(
                    hub.name(),
                    Depth.WHOLE,
                    List.of(),
                    Set.of(new InstanceId("ended"), new InstanceId("a/b#c"), new InstanceId("gone")),
                    List.of());
            HubLook look = Inspecting.look(request);
            assertThat(look.rows().found()).containsOnlyKeys(new InstanceId("ended"), new InstanceId("a/b#c"));
            assertThat(look.rows().found())
                    .extractingByKey(new InstanceId("ended"))
                    .extracting(HubInstance::status)
                    .isEqualTo(RuntimeStatus.COMPLETED);
            assertThat(look.rows().absent()).containsExactly(new InstanceId("gone"));
        }

        @Test
        @Rule("R-13")
        void tellsIdleEntitiesFromBusyOnes() {
            hub.instance("@counter@a", Map.of("RuntimeStatus", "Running", "CustomStatus", "{\"entityExists\":true}"))
                    .instance(
                            "@counter@b",
                            Map.of(
                                    "RuntimeStatus",
                                    "Running",
                                    "CustomStatus",
                                    "{\"entityExists\":true,\"queueSize\":2,\"lockedBy\":\"holder\"}"))
                    .instance("@counter@c", Map.of("RuntimeStatus", "Running", "CustomStatus", "{}"))
                    .instance("@counter@d", Map.of("RuntimeStatus", "Running", "CustomStatus", "nonsense"))
                    .instance("holder", "Terminated");
            HubLook look = look(Depth.WHOLE);
            assertThat(look.rows().idleEntities()).containsExactly(Map.entry("counter", 1L));
            assertThat(look.rows().busyEntities().stream().map(HubInstance::id).map(InstanceId::value))
                    .containsExactlyInAnyOrder("@counter@b", "@counter@d");
            assertThat(look.rows().activeCount()).isZero();
            assertThat(look.rows().found()).containsKey(new InstanceId("holder"));
        }
    }

    @Nested
    class OfQueues {
        @Test
        @Rule("R-16")
        void countsHiddenMessagesAndReadsVisibleOnes() {
            hub.message(1, "ExecutionStarted", "new-1").hidden(2, "TimerFired", "old-1");
            HubLook look = look(Depth.WHOLE);
            assertThat(look.before()).extracting(QueueLook::number).containsExactly(0, 1, 2, 3, QueueLook.WORK_ITEMS);
            assertThat(look.after()).extracting(QueueLook::number).containsExactly(QueueLook.WORK_ITEMS, 3, 2, 1, 0);
            QueueMessage message = look.before().get(1).visible().get(0);
            assertThat(message.kind()).isEqualTo("ExecutionStarted");
            assertThat(message.instance()).isEqualTo(new InstanceId("new-1"));
            assertThat(look.before().get(1).hidden()).isZero();
            assertThat(look.before().get(2).hidden()).isOne();
            assertThat(look.layout().agrees()).isTrue();
        }

        @Test
        @Rule("R-16")
        void tellsHowOftenAndSinceWhenAMessageIsTriedInVain() {
            Instant before = Inspecting.CLOCK.instant();
            hub.message(1, "ExecutionTerminated", "purged-1").tried(1, 10);
            QueueMessage message = look(Depth.WHOLE).before().get(1).visible().get(0);
            assertThat(message.dequeueCount()).isEqualTo(10);
            assertThat(message.insertedAt()).isCloseTo(before, within(5, ChronoUnit.SECONDS));
        }
    }
}
