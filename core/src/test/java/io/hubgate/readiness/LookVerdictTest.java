// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.RuntimeStatus;
import io.hubgate.rule.Rule;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.HubLayout;
import io.hubgate.taskhub.Trouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A verdict on a hub that was looked at")
class LookVerdictTest {
    private static List<String> codes(Looks look) {
        return Cases.drained().seen(look).codes();
    }

    @Test
    @Rule("R-4")
    void isReadyOnAnEmptyHubAndSaysOnWhat() {
        Verdict verdict = Cases.drained().seen(new Looks()).judge();
        assertThat(verdict.isReady()).isTrue();
        assertThat(verdict.basis().confidence()).isEqualTo(Confidence.TASK_HUB);
        assertThat(verdict.basis().evidence()).extracting(Evidence::source).containsExactly("events", "task-hub");
    }

    @ParameterizedTest
    @Rule("R-4")
    @CsvSource({"30,1,true", "31,1,false", "40,20,true", "41,20,false", "-30,1,true", "-31,1,false"})
    void usesNoLookThatIsOlderThanAllowed(int ageSeconds, int tookSeconds, boolean ready) {
        Looks look = new Looks();
        look.endedAt = Cases.NOW.minusSeconds(ageSeconds);
        look.took = Duration.ofSeconds(tookSeconds);
        assertThat(codes(look)).isEqualTo(ready ? List.of() : List.of("EVIDENCE_STALE"));
    }

    @Nested
    @DisplayName("at the clocks")
    @Rule("R-22")
    class Clocks {
        @ParameterizedTest
        @CsvSource({"5,false,false", "6,true,false", "-6,true,false", "60,true,false", "61,false,true", "-61,false,true"
        })
        void warnsOfDriftAndRefusesSkew(int skewSeconds, boolean warns, boolean unknown) {
            Looks look = new Looks();
            look.skew = Duration.ofSeconds(skewSeconds);
            Verdict verdict = Cases.drained().seen(look).judge();
            assertThat(Cases.warnings(verdict).contains("CLOCK_DRIFT")).isEqualTo(warns);
            assertThat(Cases.codes(verdict).contains("CLOCK_SKEW")).isEqualTo(unknown);
        }
    }

    @Nested
    @DisplayName("that failed")
    @Rule({"R-7", "R-20"})
    class Failure {
        private Cases failed(Cases cases, Trouble trouble) {
            cases.inspected =
                    new HubEvidence(new FailedLook(Cases.HUB, Cases.NOW, trouble, "message", "fix"), HubMemory.NONE);
            return cases;
        }

        @ParameterizedTest
        @EnumSource
        void isAReasonOfItsOwn(Trouble trouble) {
            assertThat(failed(Cases.drained(), trouble).codes()).containsExactly(trouble.name());
        }

        @ParameterizedTest
        @EnumSource
        void isPassedOverWhereEventsAreEnough(Trouble trouble) {
            Cases cases = failed(Cases.drained(), trouble);
            cases.policy = cases.policy.withApp(new AppPolicy(
                    null,
                    null,
                    AppPolicy.Sources.EVENTS,
                    AppPolicy.Mode.ENFORCE,
                    AppPolicy.AtCleanup.BLOCK,
                    AppPolicy.LeftBehind.WARN,
                    false,
                    false,
                    List.of()));
            assertThat(cases.judge().isReady()).isTrue();
            assertThat(cases.judge().basis().confidence()).isEqualTo(Confidence.EVENTS_ONLY);
        }

        @Test
        void isSilenceWhereTheHubWasOnlyStagedAndNothingOfItExists() {
            Verdict verdict =
                    failed(Cases.onlyStagedUnheard(), Trouble.HUB_MISSING).judge();
            assertThat(verdict.isReady()).isTrue();
            assertThat(Cases.warnings(verdict)).contains("HUB_SILENT");
            assertThat(failed(Cases.onlyStagedUnheard(), Trouble.UNREACHABLE).codes())
                    .containsExactly("UNREACHABLE");
            Cases heard = failed(Cases.onlyStagedUnheard(), Trouble.HUB_MISSING);
            heard.heard = true;
            assertThat(heard.codes()).containsExactly("HUB_MISSING");
        }
    }

    @Nested
    @DisplayName("that is not whole")
    @Rule({"R-2", "R-11", "R-20"})
    class Whole {
        @Test
        void isNeverReadyWhenItStopped() {
            Looks look = new Looks();
            look.complete = false;
            assertThat(codes(look)).containsExactly("INSPECTING");
            assertThat(codes(look.running("order-1"))).containsExactly("INSTANCES_ACTIVE");
        }

        @Test
        void isNeverReadyWithoutQueuesOrWithRowsThatNobodyUnderstands() {
            Looks look = new Looks();
            look.layout = new HubLayout(0, null, null, false);
            assertThat(codes(look)).contains("HUB_INCOMPLETE");
            look.layout = new HubLayout(3, 3, null, false);
            assertThat(codes(look)).contains("HUB_INCOMPLETE");
            Looks unreadable = new Looks();
            unreadable.unreadable = 1;
            assertThat(codes(unreadable)).containsExactly("EVIDENCE_CONTRADICTS");
        }

        @Test
        void settlesWhenRowsChangedMeanwhile() {
            Looks look = new Looks();
            look.changed = 1;
            assertThat(codes(look)).containsExactly("SETTLING");
            assertThat(codes(look.running("order-1"))).containsExactly("INSTANCES_ACTIVE");
        }
    }

    @Nested
    @DisplayName("with orchestrations")
    @Rule({"R-12", "R-19"})
    class Instances {
        @ParameterizedTest
        @CsvSource({"Pending", "Running", "ContinuedAsNew", "Suspended", "Sleeping"})
        void blocksOnWhatIsNotKnownToBeTerminal(String status) {
            Looks look = new Looks();
            look.active.add(Looks.row(RuntimeStatus.of(status), "order-1", Cases.NOW.minusSeconds(9)));
            Blocker blocker = Cases.drained().seen(look).blocker(BlockerCode.INSTANCES_ACTIVE);
            assertThat(blocker.instances())
                    .extracting(s -> s.instanceId().value())
                    .containsExactly("order-1");
        }

        @ParameterizedTest
        @CsvSource({
            "Terminated,600,false,true",
            "Terminated,-599,false,true",
            "Terminated,-601,false,false",
            "Terminated,600,true,false"
        })
        void countsATerminatedStartThatTheEngineWillRun(String status, int inSeconds, boolean begun, boolean blocks) {
            Looks look = new Looks();
            look.scheduledAgain.add(
                    Looks.scheduled(RuntimeStatus.of(status), "order-1", Cases.NOW.plusSeconds(inSeconds), begun));
            assertThat(codes(look).contains("INSTANCES_SCHEDULED")).isEqualTo(blocks);
        }

        @Test
        void saysWhenAScheduledStartIsDue() {
            Looks look = new Looks();
            look.active.add(Looks.scheduled(RuntimeStatus.PENDING, "order-1", Cases.NOW.plusSeconds(60), false));
            Blocker blocker = Cases.drained().seen(look).blocker(BlockerCode.INSTANCES_SCHEDULED);
            assertThat(blocker.notBefore()).isEqualTo(Cases.NOW.plusSeconds(60));
        }

        @Test
        @Rule("R-21")
        void isFrozenWithoutAHost() {
            Looks look = new Looks().running("order-1");
            look.hostAlive = false;
            assertThat(codes(look)).containsExactly("INSTANCES_ACTIVE", "FROZEN");
            Looks idle = new Looks();
            idle.hostAlive = false;
            assertThat(codes(idle)).isEmpty();
        }

        @ParameterizedTest
        @Rule("R-15")
        @CsvSource({
            "Running,600,STALE_STATUS",
            "Suspended,600,STALE_STATUS",
            "Running,599,INSTANCES_ACTIVE",
            "Pending,600,INSTANCES_ACTIVE"
        })
        void callsARowStaleOnlyWhenItsHistoryEndedLongAgo(String status, int secondsAgo, String code) {
            Looks look = new Looks();
            look.took = Duration.ZERO;
            look.active.add(Looks.ended(RuntimeStatus.of(status), "order-1", Cases.NOW.minusSeconds(secondsAgo)));
            assertThat(codes(look)).containsExactly(code);
            look.hidden(Looks.queueOf("order-1"), 1);
            assertThat(codes(look)).containsExactly("INSTANCES_ACTIVE");
        }
    }
}
