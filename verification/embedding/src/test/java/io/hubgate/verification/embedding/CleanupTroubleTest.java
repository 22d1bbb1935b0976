// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static io.hubgate.verification.embedding.Embedded.hub;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.CleanupAnswer;
import io.hubgate.CleanupRequest;
import io.hubgate.CleanupResult;
import io.hubgate.Hubgate;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.Options;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.error.HubgateException;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.verification.embedding.Trouble.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clean-up that is disturbed: at whichever write, the next one goes on, and what lives is never forgotten. */
@Rule("P-13")
class CleanupTroubleTest {
    private static final List<String> OLD = List.of("orders1", "orders2", "orders3");

    private static Embedded threeRetired() {
        Embedded orders = new Embedded();
        orders.declareEmpty();
        for (String name : List.of("orders1", "orders2", "orders3", "orders4", "orders5")) {
            orders.releaseAndDrain(name);
        }
        return orders;
    }

    @ParameterizedTest
    @EnumSource
    void atWhicheverWriteTheNextCleanUpGoesOn(Kind kind) {
        Embedded before = threeRetired();
        Embedded expected = before.copy();
        expected.cleanup("orders5");
        for (int nth = 1; ; nth++) {
            Embedded orders = before.copy();
            Trouble.Nth trouble = Trouble.Nth.write(nth, kind);
            orders.line.put(trouble);
            try {
                orders.cleanup("orders5");
            } catch (Trouble.Died | HubgateException e) {
                assertThat(trouble.hasHappened()).isTrue();
            }
            orders.restart();

            assertThat(orders.cleanup("orders5").results())
                    .extracting(CleanupResult::outcome)
                    .allMatch(CleanupResult.Outcome.REMOVED::equals);

            assertThat(orders.app().slots()).isEqualTo(expected.app().slots());
            assertThat(OLD).allMatch(name -> orders.app().phaseOf(hub(name)) == ReleasePhase.DELETED);
            assertThat(OLD)
                    .allMatch(name -> orders.instances
                            .read(hub(name), Deadline.in(Duration.ofSeconds(1), orders.clock))
                            .isEmpty());
            assertThat(decisions(orders)).as("%s at write %d", kind, nth).isEqualTo(decisions(expected));
            if (!trouble.hasHappened()) {
                return;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_BEFORE", "UNREACHABLE"})
    void oneHubThatFailsDoesNotKeepTheOthers(Kind kind) {
        Embedded orders = threeRetired();
        orders.line.put(new Trouble() {
            private int drops;

            @Override
            public void before(StoreCall call) {
                if (call.method().equals("drop") && drops++ == 0) {
                    Trouble.Nth.call(1, kind).before(call);
                }
            }
        });

        assertThat(orders.cleanup("orders5").results())
                .extracting(CleanupResult::outcome)
                .containsExactly(
                        CleanupResult.Outcome.FAILED, CleanupResult.Outcome.REMOVED, CleanupResult.Outcome.REMOVED);
        orders.line.clear();
        assertThat(orders.cleanup("orders5").results()).singleElement().satisfies(result -> {
            assertThat(result.taskHub()).isEqualTo(hub("orders1"));
            assertThat(result.outcome()).isEqualTo(CleanupResult.Outcome.REMOVED);
        });
    }

    @Test
    @Rule({"P-15", "R-5"})
    void aHubThatShowsWorkBetweenVerdictAndRemovalIsKept() {
        Embedded orders = threeRetired();
        Hubgate other = orders.another();
        orders.line.put(at(1, "commit", orders, () -> running(orders, other, "orders1")));

        CleanupAnswer.Done done = orders.cleanup("orders5");

        assertThat(done.results().get(0).outcome()).isEqualTo(CleanupResult.Outcome.FAILED);
        assertThat(done.results().get(0).failure()).contains("shows work again");
        assertThat(done.app().phaseOf(hub("orders1"))).isEqualTo(ReleasePhase.RETIRED);
        assertThat(orders.cleanup("orders5").results()).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(CleanupResult.Outcome.KEPT);
            assertThat(Objects.requireNonNull(result.verdict()).basis().blockers())
                    .extracting(blocker -> blocker.code())
                    .contains(BlockerCode.INSTANCES_ACTIVE);
        });
    }

    @Test
    void aHubThatSomebodyDeclaresMeanwhileIsNotForgotten() {
        Embedded orders = threeRetired();
        orders.event("orders1", "order-7", RuntimeStatus.RUNNING);
        Hubgate other = orders.another();
        // The clean-up has read once that it may begin, and once what is retired.
        orders.line.put(at(3, "findApp", orders, () -> {
            Map<SlotName, Optional<TaskHubName>> slots = Map.of(SlotName.STAGING, Optional.of(hub("orders1")));
            other.execute(
                    new Command.Declare(Embedded.ORDERS, slots, Options.NONE.because("it still stands there")),
                    Embedded.PIPELINE);
        }));

        orders.cleanup("orders5");

        assertThat(orders.app().phaseOf(hub("orders1"))).isEqualTo(ReleasePhase.DRAINING);
        assertThat(orders.status().verdict().basis().blockers())
                .extracting(blocker -> blocker.code())
                .contains(BlockerCode.INSTANCES_ACTIVE);
    }

    @Test
    void twoCleanUpsAtOnceRemoveEachHubOnce() {
        Embedded orders = threeRetired();
        Hubgate other = orders.another();
        orders.line.put(at(
                1,
                "read hub",
                orders,
                () -> other.cleanup(CleanupRequest.of(Embedded.ORDERS, hub("orders5")), Embedded.PIPELINE)));

        assertThat(orders.cleanup("orders5").results()).hasSize(3);
        assertThat(orders.cleanup("orders5").results()).isEmpty();
        assertThat(decisions(orders)).hasSize(1 + 5 * 3 + 3 * 2);
    }

    private static void running(Embedded orders, Hubgate through, String name) {
        through.take(
                List.of(new IncomingEvent.Parsed(orders.lifecycleEvent(name, "late", RuntimeStatus.RUNNING))),
                Duration.ofSeconds(5));
    }

    /** Does something once, before the n-th call of a method. */
    private static Trouble at(int nth, String method, Embedded orders, Runnable what) {
        return new Trouble() {
            private int left = nth;

            @Override
            public void before(StoreCall call) {
                left -= call.method().equals(method) ? 1 : 0;
                if (left == 0) {
                    orders.line.clear();
                    what.run();
                }
            }
        };
    }

    /** What was decided, without when. */
    private static List<String> decisions(Embedded orders) {
        return orders.hubgate.decisions(Embedded.ORDERS, Long.MAX_VALUE, 1000).stream()
                .map(Decision::summary)
                .sorted()
                .toList();
    }
}
