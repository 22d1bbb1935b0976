// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static io.hubgate.verification.embedding.Embedded.hub;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Deployment;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.rule.Rule;
import io.hubgate.verification.embedding.PipelineRun.Step;
import io.hubgate.verification.embedding.Trouble.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A pipeline that is killed, anywhere: the same run again, or the next build, goes on or is told what to look at. */
@Rule({"P-1", "P-4"})
class RerunTest {
    private static final Duration LEASE_IS_OVER = Duration.ofHours(2);

    private final Embedded orders = new Embedded();
    private final PhysicalSlots slots = new PhysicalSlots();

    @BeforeEach
    void twoReleasesThatAreDrained() {
        for (String build : List.of("orders1", "orders2")) {
            assertThat(run(build).runToEnd(orders.hubgate).at()).isEqualTo(Step.DONE);
            orders.smoke(build);
            orders.clock.forward(Embedded.SETTLED);
        }
    }

    private PipelineRun run(String build) {
        return new PipelineRun(build, slots);
    }

    /** How many steps a run has that nothing disturbs. */
    static IntStream points() {
        return IntStream.rangeClosed(0, 12);
    }

    private PipelineRun killedAfter(int steps) {
        PipelineRun run = run("orders3");
        for (int i = 0; i < steps && !run.hasEnded(); i++) {
            run.step(orders.hubgate);
        }
        orders.restart();
        return run;
    }

    private void assertLive(String live, String before) {
        assertThat(slots.production()).as("%s", slots).isEqualTo(hub(live));
        assertThat(slots.staging()).isEqualTo(hub(before));
        App app = orders.app();
        assertThat(app.liveHub()).isEqualTo(hub(live));
        assertThat(app.deployment()).isNull();
        assertThat(app.slots().values())
                .allSatisfy(slot -> assertThat(slot.occupants())
                        .as("what %s may hold", slot.name())
                        .containsExactly(Objects.requireNonNull(slot.recorded())));
        assertThat(slots.swapsOf(live)).isEqualTo(1);
    }

    @Test
    void theRunIsAsLongAsThePointsThatAreTried() {
        PipelineRun run = run("orders3");
        int steps = 0;
        for (; !run.hasEnded(); steps++) {
            run.step(orders.hubgate);
        }
        assertThat(steps).isEqualTo(points().max().orElseThrow() - 1);
        assertThat(run.at()).isEqualTo(Step.DONE);
        assertLive("orders3", "orders2");
    }

    @Nested
    class TheSameRun {
        @ParameterizedTest
        @MethodSource("io.hubgate.verification.embedding.RerunTest#points")
        void goesOnWhereverItWasKilled(int steps) {
            killedAfter(steps);

            PipelineRun again = run("orders3").runToEnd(orders.hubgate);

            assertThat(again.at()).as("%s", again).isEqualTo(Step.DONE);
            assertLive("orders3", "orders2");
        }

        @ParameterizedTest
        @MethodSource("io.hubgate.verification.embedding.RerunTest#points")
        void goesOnLongAfter(int steps) {
            killedAfter(steps);
            orders.clock.forward(LEASE_IS_OVER);

            PipelineRun again = run("orders3").runToEnd(orders.hubgate);

            assertThat(again.at()).as("%s", again).isEqualTo(Step.DONE);
            assertLive("orders3", "orders2");
        }

        @Test
        void onceItIsDoneDoesNothingMore() {
            run("orders3").runToEnd(orders.hubgate);
            List<String> acts = slots.acts();
            App before = orders.app();

            assertThat(run("orders3").runToEnd(orders.hubgate).at()).isEqualTo(Step.DONE);

            assertThat(slots.acts()).isEqualTo(acts);
            assertThat(orders.app()).isEqualTo(before);
        }

        @ParameterizedTest
        @EnumSource
        void goesOnWhicheverWriteOfItWentWrong(Kind kind) {
            List<String> builds = IntStream.rangeClosed(3, 30)
                    .mapToObj(build -> "orders" + build)
                    .toList();
            for (int nth = 1; nth < builds.size(); nth++) {
                String build = builds.get(nth - 1);
                Trouble.Nth trouble = Trouble.Nth.write(nth, kind);
                orders.line.put(trouble);
                try {
                    run(build).runToEnd(orders.hubgate);
                } catch (Trouble.Died | HubgateException e) {
                    assertThat(trouble.hasHappened()).isTrue();
                }
                orders.restart();
                PipelineRun again = run(build).runToEnd(orders.hubgate);
                assertThat(again.at())
                        .as("%s at write %d: %s", kind, nth, again)
                        .isEqualTo(Step.DONE);
                assertLive(build, "orders" + (nth + 1));
                orders.smoke(build);
                orders.clock.forward(Embedded.SETTLED);
                if (!trouble.hasHappened()) {
                    return;
                }
            }
            throw new AssertionError("a run has more writes than were tried");
        }
    }

    @Nested
    class TheNextBuild {
        @ParameterizedTest
        @MethodSource("io.hubgate.verification.embedding.RerunTest#points")
        @Rule("P-3")
        void isToldWhoHoldsTheDeploymentAndOnceTheLeaseIsOverGoesOn(int steps) {
            killedAfter(steps);
            Deployment open = orders.app().deployment();
            if (open != null) {
                PipelineRun early = run("orders4").runToEnd(orders.hubgate);
                assertThat(early.at()).as("%s", early).isEqualTo(Step.REFUSED);
                Embedded.assertRefused(early.last(), ErrorCode.DEPLOYMENT_OPEN);
                assertThat(early.last().app().deployment()).isEqualTo(open);
            }
            orders.clock.forward(LEASE_IS_OVER);
            String former = Objects.requireNonNull(slots.production()).value();

            assertLetsTheNextBuildPass(former);
        }
    }

    private void assertLetsTheNextBuildPass(String former) {
        PipelineRun next = run("orders4").runToEnd(orders.hubgate);
        if (next.at() == Step.REFUSED) {
            doWhatIsSaid((Answer.Refused) next.last());
            orders.clock.forward(Embedded.SETTLED);
            next = run("orders4").runToEnd(orders.hubgate);
        }
        assertThat(next.at()).as("%s", next).isEqualTo(Step.DONE);
        assertLive("orders4", former);
    }

    /**
     * Either the exchange was confirmed just now, and the hub that left production has to settle; or it was undone, and a hub that was recorded
     * as live and never heard is not known to be drained: a smoke start proves it.
     */
    private void doWhatIsSaid(Answer.Refused refused) {
        if (refused.refusal().code() == ErrorCode.NOT_READY) {
            assertThat(Objects.requireNonNull(refused.verdict()).basis().blockers())
                    .extracting(blocker -> blocker.code())
                    .containsExactly(BlockerCode.SETTLING);
            return;
        }
        Embedded.assertRefused(refused, ErrorCode.UNKNOWN_READINESS);
        assertThat(refused.refusal().message()).contains("no event of orders3 ever came");
        assertThat(slots.staging()).isEqualTo(hub("orders3"));
        orders.smoke("orders3");
    }

    /** The physical acts can fail too, or happen and be reported as failed. */
    @Nested
    class AnAct {
        private static final class Failed extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        static Stream<PhysicalSlots.Watch> failures() {
            return Stream.of(
                    new PhysicalSlots.Watch() {
                        @Override
                        public void deploying(@Nullable TaskHubName over, TaskHubName hub) {
                            throw new Failed();
                        }
                    },
                    new PhysicalSlots.Watch() {
                        @Override
                        public void swapping(@Nullable TaskHubName production, @Nullable TaskHubName staging) {
                            throw new Failed();
                        }
                    },
                    new PhysicalSlots.Watch() {
                        @Override
                        public void done() {
                            throw new Failed();
                        }
                    });
        }

        @ParameterizedTest
        @MethodSource("failures")
        void thatFailedOrIsReportedAsFailedIsLookedAt(PhysicalSlots.Watch failure) {
            PipelineRun run = run("orders3");
            slots.watchedBy(failure);
            for (int failures = 0; !run.hasEnded(); ) {
                try {
                    run.step(orders.hubgate);
                } catch (Failed e) {
                    failures++;
                    if (failures == 3) {
                        slots.watchedBy(new PhysicalSlots.Watch() {});
                    }
                }
            }
            assertThat(run.at()).as("%s", run).isEqualTo(Step.DONE);
            assertLive("orders3", "orders2");
        }

        @ParameterizedTest
        @MethodSource("failures")
        void thatFailedInARunWhichIsGoneIsLookedAtByTheNextBuild(PhysicalSlots.Watch failure) {
            slots.watchedBy(failure);
            try {
                run("orders3").runToEnd(orders.hubgate);
            } catch (Failed e) {
                slots.watchedBy(new PhysicalSlots.Watch() {});
            }
            orders.clock.forward(LEASE_IS_OVER);
            String former = Objects.requireNonNull(slots.production()).value();

            assertLetsTheNextBuildPass(former);
        }
    }
}
