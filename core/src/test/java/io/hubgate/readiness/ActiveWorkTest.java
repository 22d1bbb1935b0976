// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.rule.Rule;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What runs, and where the hub stands")
class ActiveWorkTest {
    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    @Nested
    class InstancesActive {
        @Test
        @Rule({"R-1", "R-10"})
        void nothingActiveDoesNotBlock() {
            assertThat(Cases.drained().codes()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(Intent.class)
        @Rule("R-10")
        void oneRunningBlocksEveryIntent(Intent intent) {
            Cases cases = Cases.drained().running("order-1003", seconds(17));
            cases.intent = intent;
            assertThat(cases.codes()).contains("INSTANCES_ACTIVE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Pending", "Running", "ContinuedAsNew", "Suspended", "Hibernating", "", "completed?"})
        @Rule({"R-2", "R-10", "R-12"})
        void everyStatusThatIsNotKnownToBeTerminalCountsAsActive(String word) {
            Cases cases = Cases.drained().with(RuntimeStatus.of(word), "order-1", seconds(17));
            assertThat(cases.judge()).isInstanceOf(Verdict.NotReady.class);
            assertThat(cases.blocker(BlockerCode.INSTANCES_ACTIVE).count()).isOne();
        }

        @Test
        @Rule("R-3")
        void saysHowManyTheOldestAndWhatToDo() {
            Cases cases = Cases.drained()
                    .running("order-1004", seconds(12))
                    .running("order-1003", seconds(17))
                    .running("order-1005", seconds(3));
            Blocker blocker = cases.blocker(BlockerCode.INSTANCES_ACTIVE);
            assertThat(blocker.message()).isEqualTo("3 orchestrations are still running in orders419");
            assertThat(blocker.fix()).isEqualTo("wait for them, or terminate or waive them by id");
            assertThat(blocker.count()).isEqualTo(3);
            assertThat(blocker.taskHub()).isEqualTo(Cases.HUB);
            assertThat(blocker.oldest()).isEqualTo(Cases.NOW.minusSeconds(17));
            assertThat(blocker.readyAt()).isNull();
            assertThat(blocker.instances())
                    .extracting(sample -> sample.instanceId().value())
                    .containsExactly("order-1003", "order-1004", "order-1005");
        }

        @Test
        @Rule("R-3")
        void ofOneItSpeaksInTheSingular() {
            Blocker blocker = Cases.drained().running("order-1", seconds(1)).blocker(BlockerCode.INSTANCES_ACTIVE);
            assertThat(blocker.message()).isEqualTo("1 orchestration is still running in orders419");
            assertThat(blocker.fix()).isEqualTo("wait for it, or terminate or waive it by id");
        }

        @Test
        @Rule("R-3")
        void showsAsManySamplesAsThePolicySaysAndCountsAll() {
            Cases cases = Cases.drained();
            for (int i = 0; i < 5; i++) {
                cases.running("order-" + i, seconds(10 - i));
            }
            cases.policy = new ReadinessPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO, 2);
            Blocker blocker = cases.blocker(BlockerCode.INSTANCES_ACTIVE);
            assertThat(blocker.count()).isEqualTo(5);
            assertThat(blocker.instances())
                    .extracting(Sample::instanceId)
                    .containsExactly(new InstanceId("order-0"), new InstanceId("order-1"));
        }

        @Test
        void ofTheSameAgeTheOneSeenEarlierThenTheSmallerIdComesFirst() {
            Cases cases = Cases.drained()
                    .running("c", seconds(5))
                    .running("b", seconds(5))
                    .restarting("d", seconds(5));
            assertThat(cases.blocker(BlockerCode.INSTANCES_ACTIVE).instances())
                    .extracting(sample -> sample.instanceId().value())
                    .containsExactly("d", "b", "c");
        }

        @Test
        void saysHowManyRestartThemselves() {
            Cases cases = Cases.drained().running("a", seconds(5)).restarting("b", seconds(4));
            assertThat(cases.blocker(BlockerCode.INSTANCES_ACTIVE).message())
                    .isEqualTo("2 orchestrations are still running in orders419; 1 of them restarts itself");
            assertThat(cases.restarting("c", seconds(3))
                            .blocker(BlockerCode.INSTANCES_ACTIVE)
                            .message())
                    .isEqualTo("3 orchestrations are still running in orders419; 2 of them restart themselves");
            assertThat(cases.blocker(BlockerCode.INSTANCES_ACTIVE).fix()).contains("may never end by waiting");
        }

        @Test
        void ofOneThatRestartsItselfItSpeaksInTheSingular() {
            assertThat(Cases.drained()
                            .restarting("b", seconds(4))
                            .blocker(BlockerCode.INSTANCES_ACTIVE)
                            .message())
                    .isEqualTo("1 orchestration is still running in orders419; it restarts itself");
        }

        @Test
        @Rule("R-2")
        void ofTwoNumbersThatDifferTheLargerCounts() {
            Cases cases = Cases.drained();
            cases.countedActive = 4;
            Blocker blocker = cases.blocker(BlockerCode.INSTANCES_ACTIVE);
            assertThat(blocker.count()).isEqualTo(4);
            assertThat(blocker.instances()).isEmpty();
            assertThat(blocker.oldest()).isNull();
            cases.running("order-1", seconds(1)).heard = false;
            assertThat(cases.blocker(BlockerCode.INSTANCES_ACTIVE).count()).isOne();
        }
    }

    @Nested
    class StillRouted {
        @ParameterizedTest
        @EnumSource(
                value = Intent.class,
                names = {"OVERWRITE", "STOP"})
        @Rule("R-9")
        void aHubInProductionIsNeverReadyForOverwriteOrStop(Intent intent) {
            Cases cases = Cases.drained();
            cases.inProduction = true;
            cases.intent = intent;
            assertThat(cases.codes()).containsExactly("STILL_ROUTED");
            assertThat(cases.blocker(BlockerCode.STILL_ROUTED).message()).isEqualTo("orders419 is in production");
            assertThat(cases.blocker(BlockerCode.STILL_ROUTED).fix()).contains("swap another release");
        }

        @Test
        @Rule("R-9")
        void outOfProductionItIsNotRouted() {
            assertThat(Cases.drained().codes()).doesNotContain("STILL_ROUTED");
        }

        @Test
        void forDeleteASlotIsNamedInstead() {
            Cases cases = Cases.retired();
            cases.inProduction = true;
            assertThat(cases.codes()).contains("IN_SLOT").doesNotContain("STILL_ROUTED");
        }
    }

    @Nested
    class LateStarts {
        private Cases late() {
            Cases cases = Cases.drained().running("late-1", Duration.ofMinutes(5));
            cases.leftProductionAt = Cases.NOW.minus(Duration.ofMinutes(6));
            cases.lastTerminalAt = Cases.NOW.minus(Duration.ofMinutes(8));
            return cases;
        }

        @Test
        @Rule("P-6")
        void workThatBeganAfterTheEndInProductionWhileNothingElseRanIsLate() {
            Cases cases = late().running("late-2", Duration.ofMinutes(1));
            assertThat(cases.warning(WarningCode.LATE_STARTS).message())
                    .startsWith("2 orchestrations began in orders419 after its time in production had ended");
            assertThat(late().warning(WarningCode.LATE_STARTS).message()).startsWith("1 orchestration began");
        }

        @Test
        @Rule("P-6")
        void itIsLateAlsoWhenNothingEverEnded() {
            Cases cases = late();
            cases.lastTerminalAt = null;
            assertThat(Cases.warnings(cases.judge())).contains("LATE_STARTS");
            cases.heard = false;
            assertThat(Cases.warnings(cases.judge())).contains("LATE_STARTS");
        }

        @Test
        @Rule("P-6")
        void atTheMomentOfTheEndItIsNotLate() {
            Cases cases = late();
            cases.leftProductionAt = Cases.NOW.minus(Duration.ofMinutes(5));
            assertThat(Cases.warnings(cases.judge())).doesNotContain("LATE_STARTS");
        }

        @Test
        @Rule("P-6")
        void besideWorkThatEndedLaterItIsNotLate() {
            Cases cases = late();
            cases.lastTerminalAt = Cases.NOW.minus(Duration.ofMinutes(5));
            assertThat(Cases.warnings(cases.judge())).doesNotContain("LATE_STARTS");
        }

        @Test
        @Rule("P-6")
        void besideAnOlderOneItIsNotLate() {
            Cases cases = late().running("early", Duration.ofMinutes(7));
            assertThat(Cases.warnings(cases.judge())).doesNotContain("LATE_STARTS");
        }

        @Test
        void withoutAnEndInProductionThereIsNothingToBeLateFor() {
            Cases never = late();
            never.leftProductionAt = null;
            assertThat(Cases.warnings(never.judge())).doesNotContain("LATE_STARTS");
            Cases again = late();
            again.inProduction = true;
            assertThat(Cases.warnings(again.judge())).doesNotContain("LATE_STARTS");
            Cases idle = late();
            idle.active.clear();
            assertThat(Cases.warnings(idle.judge())).doesNotContain("LATE_STARTS");
        }
    }
}
