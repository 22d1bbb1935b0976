// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.rule.Rule;
import io.hubgate.taskhub.ControlQueues;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.InstanceHistory;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.taskhub.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What histories, timers and owners tell. */
class ExplainedTest {
    private final SmallHub hub = new SmallHub(Inspecting.freshHub(), Inspecting.account()).create();
    private final Instant later = Instant.ofEpochSecond(
            Inspecting.CLOCK.instant().plus(Duration.ofHours(2)).getEpochSecond());

    private static InstanceHistory history(HubInstance instance) {
        return Objects.requireNonNull(instance.history());
    }

    private static int queueOf(String id) {
        return ControlQueues.numberOf(new InstanceId(id), 4);
    }

    @Test
    @Rule("R-3")
    void anActiveInstanceTellsWhatItWaitsFor() {
        hub.instance("order/1", "Running")
                .event("order/1", "ExecutionStarted", Map.of("EventId", -1))
                .event("order/1", "TaskScheduled", Map.of("EventId", 0, "Name", "Pack"))
                .event("order/1", "TaskScheduled", Map.of("EventId", 1, "Name", "Send"))
                .event("order/1", "TaskCompleted", Map.of("EventId", -1, "TaskScheduledId", 0))
                .event("order/1", "TimerCreated", Map.of("EventId", 2, "FireAt", later))
                .event(
                        "order/1",
                        "SubOrchestrationInstanceCreated",
                        Map.of("EventId", 3, "InstanceId", "child", "Name", "Bill"))
                .event("order/1", "TaskScheduled", Map.of("EventId", 9, "Name", "Older", "ExecutionId", "older"));
        HubLook look = Inspecting.look(hub, Depth.EXPLAIN);
        Instant since = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(history(look.rows().active().get(0)).waits())
                .containsExactly(
                        new Wait.Activity("Send", since),
                        new Wait.Timer(2, since, later),
                        new Wait.SubOrchestration(new InstanceId("child"), "Bill", since));
    }

    @Test
    @Rule("R-15")
    void aRowThatIsStaleIsToldByItsHistory() {
        hub.instance("stale", "Running")
                .event("stale", "ExecutionStarted", Map.of("EventId", -1))
                .event("stale", "ExecutionCompleted", Map.of("EventId", 1, "OrchestrationStatus", "Failed"));
        for (Depth depth : List.of(Depth.FIRST_BLOCKER, Depth.WHOLE)) {
            HubInstance row = Inspecting.look(hub, depth).rows().active().get(0);
            assertThat(Objects.requireNonNull(history(row).endedAs()).isTerminal())
                    .isTrue();
        }
    }

    @Test
    @Rule("R-12")
    void aTerminatedStartThatIsAheadIsToldWithWhetherItBegan() {
        hub.instance("ahead", Map.of("RuntimeStatus", "Terminated", "ScheduledStartTime", later))
                .instance("begun", Map.of("RuntimeStatus", "Terminated", "ScheduledStartTime", later))
                .instance(
                        "past",
                        Map.of("RuntimeStatus", "Terminated", "ScheduledStartTime", later.minus(Duration.ofDays(1))))
                .event("begun", "ExecutionStarted", Map.of("EventId", -1));
        assertThat(Inspecting.look(hub, Depth.WHOLE).rows().scheduledAgain())
                .extracting(row -> row.id().value(), row -> history(row).started())
                .containsExactlyInAnyOrder(tuple("ahead", false), tuple("begun", true));
    }

    @Test
    @Rule("R-16")
    void timersOfFinishedInstancesExplainHiddenMessages() {
        hub.instance("done", "Completed")
                .event("done", "TimerCreated", Map.of("EventId", 0, "FireAt", later))
                .event("done", "TimerCreated", Map.of("EventId", 1, "FireAt", later))
                .event("done", "TimerFired", Map.of("EventId", -1, "TimerId", 1))
                .event("done", "ExecutionCompleted", Map.of("EventId", 2, "OrchestrationStatus", "Completed"));
        assertThat(Inspecting.look(hub, Depth.WHOLE).leftovers()).isEmpty();
        hub.hidden(queueOf("done"), "TimerFired", "done");
        OpenTimer timer =
                new OpenTimer(queueOf("done"), new InstanceId("done"), new ExecutionId(SmallHub.GENERATION), 0, later);
        assertThat(Inspecting.look(hub, Depth.WHOLE).leftovers()).containsExactly(timer);
        hub.delete("done");
        assertThat(Inspecting.look(hub, Depth.WHOLE).leftovers()).isEmpty();
        assertThat(Inspecting.look(new InspectionRequest(hub.name(), Depth.WHOLE, List.of(), Set.of(), List.of(timer)))
                        .leftovers())
                .containsExactly(timer);
    }

    /** A round of approvals: the first timer was seen while the instance ran, and it began a second one before it finished. */
    @Test
    @Rule({"R-16", "V-4"})
    void timersThatAreRememberedHideNoneThatWereCreatedSince() {
        hub.instance("done", "Completed")
                .event("done", "TimerCreated", Map.of("EventId", 0, "FireAt", later))
                .event("done", "TimerCreated", Map.of("EventId", 3, "FireAt", later))
                .event("done", "ExecutionCompleted", Map.of("EventId", 5, "OrchestrationStatus", "Completed"))
                .hidden(queueOf("done"), "TimerFired", "done")
                .hidden(queueOf("done"), "TimerFired", "done");
        OpenTimer first =
                new OpenTimer(queueOf("done"), new InstanceId("done"), new ExecutionId(SmallHub.GENERATION), 0, later);
        HubLook look =
                Inspecting.look(new InspectionRequest(hub.name(), Depth.WHOLE, List.of(), Set.of(), List.of(first)));
        assertThat(look.leftovers()).extracting(OpenTimer::timerId).containsExactlyInAnyOrder(0, 3);
    }

    @Test
    @Rule("R-16")
    void theRowsAreToldThatDueTimersAreFor() {
        hub.instance("done", "Completed")
                .message(queueOf("done"), "TimerFired", "done")
                .message(queueOf("gone"), "TimerFired", "gone")
                .message(queueOf("other"), "TaskCompleted", "other");
        HubLook look = Inspecting.look(hub, Depth.WHOLE);
        assertThat(look.rows().found().values())
                .extracting(row -> row.id().value(), row -> row.status().word())
                .containsExactly(tuple("done", "Completed"));
        assertThat(look.rows().absent()).containsExactly(new InstanceId("gone"));
    }

    @Test
    @Rule("R-17")
    void ownersAreToldByBothManagers() {
        hub.partition(1, "vm", later).lease("ownership", 2, true).lease("intent", 3, false);
        HubLook look = Inspecting.look(hub, Depth.WHOLE);
        assertThat(look.owners().stream()
                        .filter(owner -> owner.isAlive(look.times().serviceEndedAt()))
                        .map(owner -> owner.partition()))
                .containsExactlyInAnyOrder(hub.control(1), "ownership/" + hub.control(2));
        assertThat(look.owners()).hasSize(6).isEqualTo(look.ownersAfter());
    }

    @Test
    @Rule("R-11")
    void aSuspectThatLivesEndsTheLook() {
        hub.instance("a", "Running").instance("b", "Running");
        HubLook look = Inspecting.look(new InspectionRequest(
                hub.name(), Depth.FIRST_BLOCKER, List.of(new InstanceId("b")), Set.of(), List.of()));
        assertThat(look.isComplete()).isFalse();
        assertThat(look.rows().active()).extracting(row -> row.id().value()).containsExactly("b");
        assertThat(look.after()).isEmpty();
    }

    @Test
    @Rule("R-16")
    void anActivityEndsTheFirstLookAtOnce() {
        hub.activity("gone");
        HubLook look = Inspecting.look(hub, Depth.FIRST_BLOCKER);
        assertThat(look.isComplete()).isFalse();
        assertThat(look.before().get(4).messages()).isOne();
    }
}
