// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Hubgate;
import io.hubgate.StatusQuery;
import io.hubgate.deployment.Options;
import io.hubgate.format.LookTurnFormat;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Reason;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.WarningCode;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Shelf;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLayout;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.HubRows;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.InstanceHistory;
import io.hubgate.taskhub.LookTimes;
import io.hubgate.taskhub.LookTurn;
import io.hubgate.taskhub.PartitionOwner;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.TaskHubInspector;
import io.hubgate.taskhub.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several backends on one store look at the same hubs: one at a time, and what one look cost is not paid twice. */
@Rule("R-23")
class SharedLooksTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Embedded orders = new Embedded();

    /** Hubs with one control queue, one orchestration that waits, and a host on those that a test names. */
    private final class Hubs implements TaskHubInspector {
        final List<Depth> asked = new ArrayList<>();
        Set<String> hosts = Set.of();
        Runnable during = () -> {};

        @Nullable
        Trouble trouble;

        @Override
        public Inspection inspect(InspectionRequest request, Deadline deadline) {
            asked.add(request.depth());
            during.run();
            Instant now = orders.clock.instant();
            if (trouble != null) {
                return new FailedLook(request.hub(), now, trouble, "storage does not answer", "wait");
            }
            List<QueueLook> queues = List.of(
                    new QueueLook("control-00", 0, now, 0, List.of()),
                    new QueueLook("workitems", QueueLook.WORK_ITEMS, now, 0, List.of()));
            boolean hosted = hosts.contains(request.hub().value());
            List<PartitionOwner> owners = List.of(new PartitionOwner(
                    "control-00",
                    PartitionOwner.Keeping.TABLE,
                    hosted ? "host" : null,
                    now.plus(Duration.ofMinutes(1)),
                    false,
                    "1"));
            return new HubLook(
                    request.hub(),
                    new LookTimes(now.minusSeconds(1), now, now.minusSeconds(1), now),
                    new HubLayout(1, null, 1, false),
                    rows(request.depth(), now),
                    queues,
                    queues,
                    owners,
                    owners,
                    List.of(),
                    3);
        }

        private HubRows rows(Depth depth, Instant now) {
            ExecutionId generation = new ExecutionId("g");
            HubInstance row = new HubInstance(
                    new InstanceId("order-1"),
                    new OrchestratorName("PlaceOrder"),
                    RuntimeStatus.RUNNING,
                    generation,
                    now.minus(Duration.ofHours(1)),
                    now.minus(Duration.ofHours(1)),
                    null,
                    now.minus(Duration.ofHours(1)),
                    null,
                    null,
                    depth == Depth.EXPLAIN ? new InstanceHistory(generation, true, null, null, List.of()) : null);
            return new HubRows(true, 1, List.of(row), List.of(), Map.of(), List.of(), 0, Map.of(), Set.of(), 0);
        }
    }

    private Hubgate backend(TaskHubInspector inspector, @Nullable Executor executor) {
        var builder = Hubgate.builder(orders.apps, orders.instances)
                .clock(orders.clock)
                .inspector(inspector);
        return executor == null
                ? builder.patience(SHORT).build()
                : builder.inspectOn(executor, SHORT).build();
    }

    private static Verdict verdict(Hubgate backend) {
        return backend.status(Embedded.hub("orders1"), Intent.OVERWRITE).verdict();
    }

    private static List<ReasonCode> reasons(Verdict verdict) {
        return verdict.basis().reasons().stream().map(Reason::code).toList();
    }

    private DocumentKey turn() {
        return new DocumentKey(Shelf.TURNS, "orders1");
    }

    private Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), orders.clock);
    }

    @Test
    void while_one_backend_looks_another_waits_and_then_says_so() {
        orders.declare("orders1", "");
        Hubs seen = new Hubs();
        Hubs others = new Hubs();
        Hubgate other = backend(others, null);
        List<ReasonCode> meanwhile = new ArrayList<>();
        seen.during = () -> meanwhile.addAll(reasons(verdict(other)));
        assertThat(verdict(backend(seen, null)).isReady()).isFalse();
        assertThat(meanwhile).containsExactly(ReasonCode.INSPECTING);
        assertThat(others.asked).isEmpty();
        assertThat(reasons(verdict(other))).as("once the turn is given back").isEmpty();
        assertThat(others.asked).containsExactly(Depth.WHOLE);
        assertThat(orders.apps.find(turn(), soon())).isEmpty();
    }

    @Test
    void the_turn_of_a_backend_that_crashed_ends_by_itself() {
        orders.declare("orders1", "");
        LookTurn crashed = new LookTurn("gone", orders.clock.instant().plus(Duration.ofMinutes(2)));
        orders.apps.create(turn(), LookTurnFormat.write(crashed), soon());
        Hubs seen = new Hubs();
        Hubgate backend = backend(seen, null);
        assertThat(reasons(verdict(backend))).containsExactly(ReasonCode.INSPECTING);
        orders.clock.forward(Duration.ofMinutes(2));
        assertThat(reasons(verdict(backend))).isEmpty();
        assertThat(seen.asked).hasSize(1);
    }

    @Test
    void a_look_that_failed_in_the_background_is_not_forgotten_while_the_next_goes_on() {
        orders.declare("orders1", "");
        Hubs seen = new Hubs();
        seen.trouble = Trouble.UNREACHABLE;
        List<Runnable> background = new ArrayList<>();
        Hubgate backend = backend(seen, background::add);
        assertThat(reasons(verdict(backend))).containsExactly(ReasonCode.INSPECTING);
        background.get(0).run();
        assertThat(reasons(verdict(backend))).containsExactly(ReasonCode.UNREACHABLE);
        assertThat(background).as("and a second look goes on").hasSize(2);
        seen.trouble = null;
        background.get(1).run();
        assertThat(reasons(verdict(backend))).isEmpty();
    }

    @Test
    @Rule("R-3")
    void an_explained_look_serves_every_question_and_a_plain_one_none_that_wants_more() {
        orders.declare("", "orders1", Options.NONE.because("it is so"));
        Hubs seen = new Hubs();
        Hubgate backend = backend(seen, Runnable::run);
        StatusQuery query = StatusQuery.of(Embedded.ORDERS, SlotName.STAGING);
        backend.status(query);
        Verdict explained = backend.status(query.explained()).verdict();
        assertThat(explained.basis().blockers().get(0).instances().get(0).waits())
                .isEmpty();
        assertThat(backend.status(query)
                        .verdict()
                        .basis()
                        .blockers()
                        .get(0)
                        .instances()
                        .get(0)
                        .waits())
                .isEmpty();
        assertThat(seen.asked).containsExactly(Depth.WHOLE, Depth.EXPLAIN);
    }

    @Test
    void a_question_that_wants_more_waits_for_the_look_that_goes_on() {
        orders.declare("", "orders1", Options.NONE.because("it is so"));
        Hubs seen = new Hubs();
        List<Runnable> background = new ArrayList<>();
        Hubgate backend = backend(seen, background::add);
        StatusQuery query = StatusQuery.of(Embedded.ORDERS, SlotName.STAGING);
        assertThat(reasons(backend.status(query).verdict())).containsExactly(ReasonCode.INSPECTING);
        assertThat(reasons(backend.status(query.explained()).verdict())).containsExactly(ReasonCode.INSPECTING);
        assertThat(background).as("one look at a time").hasSize(1);
        background.remove(0).run();
        Verdict plain = backend.status(query.explained()).verdict();
        assertThat(reasons(plain)).as("better unexplained than nothing").isEmpty();
        background.remove(0).run();
        assertThat(seen.asked).containsExactly(Depth.WHOLE, Depth.EXPLAIN);
    }

    @Test
    void hosts_on_other_hubs_than_the_slots_record_are_a_warning() {
        orders.declare("orders2", "orders1");
        Hubs seen = new Hubs();
        seen.hosts = Set.of("orders1");
        Hubgate backend = backend(seen, Runnable::run);
        backend.status(StatusQuery.of(Embedded.ORDERS, SlotName.PRODUCTION));
        Verdict verdict = backend.status(StatusQuery.of(Embedded.ORDERS, SlotName.STAGING))
                .verdict();
        assertThat(verdict.basis().warnings())
                .filteredOn(warning -> warning.code() == WarningCode.SLOTS_DRIFTED)
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.message()).contains("no host works on orders2", "one works on orders1"));
    }
}
