// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.Intent;
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
import io.hubgate.taskhub.PartitionOwner;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.TaskHubInspector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HubJudgeTest {
    private static final TaskHubName HUB = new TaskHubName("OrdersHub");
    private static final Instant BEGIN = Instant.parse("2026-11-25T22:00:00Z");

    private final List<Instant> pauses = new ArrayList<>();
    private final List<InspectionRequest> requests = new ArrayList<>();
    private final Deque<String> stamps = new ArrayDeque<>();
    private Instant now = BEGIN;

    /** An idle hub whose only partition is owned by nobody; a different stamp says that somebody wrote there. */
    private HubLook quiet(String stamp) {
        List<PartitionOwner> owners =
                List.of(new PartitionOwner("q", PartitionOwner.Keeping.TABLE, null, null, false, stamp));
        QueueLook queue = new QueueLook("q", 0, now, 0, List.of());
        QueueLook workItems = new QueueLook("w", QueueLook.WORK_ITEMS, now, 0, List.of());
        return new HubLook(
                HUB,
                new LookTimes(now, now, now, now),
                new HubLayout(1, 1, null, false),
                new HubRows(true, 0, List.of(), List.of(), Map.of(), List.of(), 0, Map.of(), Set.of(), 0),
                List.of(queue, workItems),
                List.of(workItems, queue),
                owners,
                owners,
                List.of(),
                10);
    }

    private Verdict judge(Intent intent, Duration within) throws InterruptedException {
        InstantSource clock = () -> now;
        TaskHubInspector inspector = new TaskHubInspector() {
            @Override
            public Inspection inspect(InspectionRequest request, Deadline deadline) {
                requests.add(request);
                return quiet(stamps.remove());
            }
        };
        HubJudge judge = new HubJudge(inspector, clock, until -> {
            pauses.add(until);
            now = until;
        });
        return judge.judge(new HubJudge.Question(HUB, intent, Depth.WHOLE, within, UnaryOperator.identity()));
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.basis().blockers().stream().map(Blocker::codeName).toList();
    }

    @Nested
    class Delete {
        @Test
        @Rule("R-17")
        void looks_again_after_a_minute_and_is_ready_if_still_nobody_was_there() throws Exception {
            stamps.addAll(List.of("1", "1"));
            assertThat(judge(Intent.DELETE, Duration.ofMinutes(2)).outcome()).isEqualTo("READY");
            assertThat(pauses).containsExactly(BEGIN.plusSeconds(61));
            assertThat(requests).hasSize(2);
        }

        @Test
        @Rule("R-17")
        void is_refused_if_somebody_wrote_meanwhile() throws Exception {
            stamps.addAll(List.of("1", "2"));
            Verdict verdict = judge(Intent.DELETE, Duration.ofMinutes(2));
            assertThat(codes(verdict)).containsExactly("HOST_ACTIVE");
            assertThat(pauses).hasSize(1);
        }

        @Test
        void tells_what_is_missing_if_a_minute_is_too_long() throws Exception {
            stamps.add("1");
            Verdict verdict = judge(Intent.DELETE, Duration.ofSeconds(60));
            assertThat(codes(verdict)).containsExactly("HOST_ACTIVE");
            assertThat(verdict.basis().blockers().get(0).readyAt()).isEqualTo(BEGIN.plusSeconds(60));
            assertThat(pauses).isEmpty();
        }
    }

    @Nested
    class Overwrite {
        @Test
        void needs_one_look_and_neither_record_nor_events() throws Exception {
            stamps.add("1");
            Verdict verdict = judge(Intent.OVERWRITE, Duration.ofMinutes(2));
            assertThat(verdict.outcome()).isEqualTo("READY");
            assertThat(verdict.basis().reasons()).isEmpty();
            assertThat(verdict.basis().evidence())
                    .singleElement()
                    .satisfies(one -> assertThat(one.source()).isEqualTo("task-hub"));
            assertThat(pauses).isEmpty();
        }
    }
}
