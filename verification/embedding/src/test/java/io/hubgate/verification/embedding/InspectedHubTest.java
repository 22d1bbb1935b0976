// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static io.hubgate.verification.embedding.Embedded.hub;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Hubgate;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Confidence;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Reason;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubLayout;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.HubRows;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.LookTimes;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.TaskHubInspector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With an inspector, the hub itself is asked after the record was read, and its queues once more before the write. */
@Rule({"P-15", "V-2"})
class InspectedHubTest {
    private final OneQueueHubs hubs = new OneQueueHubs();
    private final Embedded orders =
            new Embedded(builder -> builder.inspector(hubs).patience(Duration.ofMinutes(5)));

    /** Hubs with one control queue each and no rows; all but the new one hold as many messages as a test says. */
    private final class OneQueueHubs implements TaskHubInspector {
        private final List<Depth> asked = new ArrayList<>();
        private long messages;
        private boolean filledBeforeTheWrite;

        @Override
        public Inspection inspect(InspectionRequest request, Deadline deadline) {
            asked.add(request.depth());
            Instant now = orders.clock.instant();
            boolean again = request.depth() == Depth.QUEUES;
            messages = again && filledBeforeTheWrite ? 1 : messages;
            long held = request.hub().equals(hub("orders3")) ? 0 : messages;
            List<QueueLook> queues = List.of(
                    new QueueLook("control-00", 0, now, held, List.of()),
                    new QueueLook("workitems", QueueLook.WORK_ITEMS, now, 0, List.of()));
            HubRows rows = again
                    ? HubRows.UNREAD
                    : new HubRows(true, 0, List.of(), List.of(), Map.of(), List.of(), 0, Map.of(), Set.of(), 0);
            return new HubLook(
                    request.hub(),
                    new LookTimes(now.minusSeconds(20), now, now.minusSeconds(20), now),
                    new HubLayout(1, null, 1, false),
                    rows,
                    queues,
                    again ? List.of() : queues,
                    List.of(),
                    List.of(),
                    List.of(),
                    3);
        }
    }

    private Verdict overwrite(TaskHubName hub) {
        return orders.hubgate.status(hub, Intent.OVERWRITE).verdict();
    }

    @Test
    void queuesAreLookedAtAgainRightBeforeTheWrite() {
        orders.declareEmpty();
        orders.releaseAndDrain("orders1");
        orders.releaseAndDrain("orders2");
        orders.stage("orders3");
        assertThat(hubs.asked).contains(Depth.WHOLE);
        assertThat(hubs.asked.get(hubs.asked.size() - 1)).isEqualTo(Depth.QUEUES);
        assertThat(overwrite(hub("orders1")).basis().confidence()).isEqualTo(Confidence.TASK_HUB);
    }

    @Test
    @Rule("V-1")
    void aMessageThatComesBetweenVerdictAndWriteIsSeen() {
        orders.declareEmpty();
        orders.releaseAndDrain("orders1");
        orders.releaseAndDrain("orders2");
        orders.clock.forward(Duration.ofHours(1));
        hubs.filledBeforeTheWrite = true;
        Embedded.assertRefused(orders.stage("orders3"), ErrorCode.NOT_READY);
    }

    @Test
    @Rule("R-23")
    void aLongLookGoesOnInTheBackgroundAndIsUsedOnce() {
        orders.declareEmpty();
        orders.releaseAndDrain("orders1");
        List<Runnable> background = new ArrayList<>();
        Hubgate patient = Hubgate.builder(orders.apps, orders.instances)
                .clock(orders.clock)
                .inspector(hubs)
                .inspectOn(background::add, Duration.ofMillis(1))
                .build();
        Verdict first = patient.status(hub("orders1"), Intent.OVERWRITE).verdict();
        assertThat(first.basis().reasons()).extracting(Reason::code).containsExactly(ReasonCode.INSPECTING);
        patient.status(hub("orders1"), Intent.OVERWRITE);
        assertThat(background).as("one look at a time").hasSize(1);
        background.get(0).run();
        Verdict second = patient.status(hub("orders1"), Intent.OVERWRITE).verdict();
        assertThat(second.basis().confidence()).isEqualTo(Confidence.TASK_HUB);
        assertThat(background).hasSize(1);
    }
}
