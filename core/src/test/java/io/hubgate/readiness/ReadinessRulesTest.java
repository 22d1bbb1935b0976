// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The rules together")
class ReadinessRulesTest {
    private static final ReadinessRules RULES = ReadinessRules.standard();

    private static Verdict judge(Cases... cases) {
        List<HubCase> built = Arrays.stream(cases).map(Cases::build).toList();
        return RULES.judge(Intent.OVERWRITE, built, List.of(), Cases.NOW);
    }

    private static Cases of(Cases cases) {
        cases.hub = Cases.OTHER;
        return cases;
    }

    @Nested
    class OneHub {
        @Test
        @Rule("R-4")
        void saysOnWhatTheVerdictStands() {
            Verdict verdict = Cases.drained().judge();
            assertThat(verdict.basis().confidence()).isEqualTo(Confidence.EVENTS_ONLY);
            assertThat(verdict.basis().checkedAt()).isEqualTo(Cases.NOW);
            assertThat(verdict.basis().evidence())
                    .containsExactly(
                            new Evidence("events", Cases.HUB, Cases.NOW, 0, Cases.NOW.minus(Duration.ofMinutes(14))));
        }

        @Test
        @Rule("R-4")
        void saysSoOfAnUnheardHubToo() {
            assertThat(Cases.onlyStagedUnheard().judge().basis().evidence())
                    .containsExactly(new Evidence("events", Cases.HUB, Cases.NOW, 0, null));
        }

        @Test
        @Rule("R-5")
        void aLateEventRevokesWhatWasDrained() {
            Cases cases = Cases.drained();
            assertThat(cases.judge().isReady()).isTrue();
            cases.running("late-1", Duration.ofSeconds(1));
            assertThat(cases.judge().isReady()).isFalse();
            cases.active.clear();
            cases.lastReceipt = Cases.NOW;
            assertThat(cases.codes()).containsExactly("SETTLING");
        }

        @Test
        @Rule("R-5")
        void aRollbackRevokesIt() {
            Cases cases = Cases.drained();
            cases.inProduction = true;
            assertThat(cases.judge().isReady()).isFalse();
        }

        @Test
        @Rule("R-1")
        void doubtWinsOverBlockers() {
            Cases cases = Cases.drained().running("order-1", Duration.ofSeconds(1));
            cases.quarantined = 1;
            assertThat(cases.judge()).isInstanceOf(Verdict.Unknown.class);
            assertThat(cases.codes()).containsExactly("EVENTS_QUARANTINED", "INSTANCES_ACTIVE");
        }
    }

    @Nested
    class Slot {
        @ParameterizedTest
        @EnumSource(Intent.class)
        @Rule("R-6")
        void withoutOccupantsIsReadyOnNoEvidence(Intent intent) {
            Verdict verdict = RULES.judge(intent, List.of(), List.of(), Cases.NOW);
            assertThat(verdict).isInstanceOf(Verdict.Ready.class);
            assertThat(verdict.basis().confidence()).isNull();
            assertThat(verdict.basis().evidence()).isEmpty();
            assertThat(verdict.basis().intent()).isEqualTo(intent);
        }

        @Test
        @Rule("P-10")
        void withoutOccupantsAndInDoubtIsUnknown() {
            Reason reason = new Reason(ReasonCode.SWAP_UNCONFIRMED, "a swap is not confirmed", "confirm it", null);
            Verdict verdict = RULES.judge(Intent.OVERWRITE, List.of(), List.of(reason), Cases.NOW);
            assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
            assertThat(verdict.basis().reasons()).containsExactly(reason);
            assertThat(verdict.basis().confidence()).isNull();
        }

        @Test
        @Rule("P-10")
        void isReadyOnlyIfEveryOccupantIs() {
            assertThat(judge(Cases.drained(), of(Cases.drained())).isReady()).isTrue();
            Verdict verdict = judge(Cases.drained(), of(Cases.drained().running("order-1", Duration.ofSeconds(1))));
            assertThat(verdict).isInstanceOf(Verdict.NotReady.class);
            assertThat(verdict.basis().blockers()).extracting(Blocker::taskHub).containsExactly(Cases.OTHER);
            assertThat(verdict.basis().evidence())
                    .extracting(Evidence::taskHub)
                    .containsExactly(Cases.HUB, Cases.OTHER);
            assertThat(verdict.basis().warnings()).extracting(Warning::taskHub).contains(Cases.HUB, Cases.OTHER);
        }

        @Test
        @Rule("P-10")
        void oneUnknownOccupantMakesItUnknown() {
            Cases unheard = of(Cases.drained());
            unheard.heard = false;
            Verdict verdict = judge(Cases.drained().running("order-1", Duration.ofSeconds(1)), unheard);
            assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
            assertThat(Cases.codes(verdict)).containsExactly("HUB_NEVER_SEEN", "INSTANCES_ACTIVE");
        }

        @Test
        void keepsWhatIsKnownAgainstTheSlotBesideTheHubs() {
            Warning staged = new Warning(WarningCode.ALREADY_STAGED, "it is staged already", null);
            List<HubCase> cases = List.of(Cases.drained().build());
            Verdict verdict = RULES.judge(Intent.OVERWRITE, cases, List.of(staged), Cases.NOW);
            assertThat(Cases.warnings(verdict)).containsExactly("ALREADY_STAGED", "ENTITIES_UNKNOWN");
        }

        @Test
        void asksEachCaseWhatTheCallerAsksAtTheMomentOfTheVerdict() {
            Cases cases = Cases.drained();
            cases.intent = Intent.DELETE;
            Instant later = Cases.NOW.plusSeconds(31);
            Verdict verdict = RULES.judge(Intent.STOP, List.of(cases.build()), List.of(), later);
            assertThat(Cases.codes(verdict)).containsExactly("EVIDENCE_STALE");
            assertThat(verdict.basis().checkedAt()).isEqualTo(later);
        }

        @Test
        void saysTheSameThingOnce() {
            Cases cases = Cases.drained().running("order-1", Duration.ofSeconds(1));
            assertThat(Cases.codes(judge(cases, cases))).containsExactly("INSTANCES_ACTIVE");
        }
    }

    @Nested
    class OwnRules {
        private Verdict with(ReadinessRule rule, Cases cases) {
            return RULES.with(rule).judge(cases.build());
        }

        private List<Finding> block(HubCase hubCase) {
            return List.of(Blocker.of(BlockerCode.ETERNAL, hubCase.hub(), "it never ends", "stop it", null));
        }

        @Test
        void areAskedAfterAllOthers() {
            Cases cases = Cases.drained().running("order-1", Duration.ofSeconds(1));
            assertThat(Cases.codes(with(this::block, cases))).containsExactly("INSTANCES_ACTIVE", "ETERNAL");
        }

        @Test
        void areKeptWithThoseBefore() {
            List<String> asked = new ArrayList<>();
            ReadinessRules rules = RULES.with(c -> {
                        asked.add("first");
                        return List.of();
                    })
                    .with(c -> {
                        asked.add("second");
                        return List.of();
                    });
            assertThat(rules.judge(Cases.drained().build()).isReady()).isTrue();
            assertThat(asked).containsExactly("first", "second");
        }

        @Test
        void areCountedInTheVersion() {
            assertThat(RULES.version()).isEqualTo("2");
            assertThat(RULES.with(this::block).with(this::block).version()).isEqualTo("2+2");
        }

        @Test
        @Rule("R-2")
        void cannotTakeAwayWhatBlocks() {
            Cases cases = Cases.drained().running("order-1", Duration.ofSeconds(1));
            assertThat(with(c -> List.of(), cases).isReady()).isFalse();
            Warning waived = new Warning(WarningCode.WAIVED, "it may go", Cases.HUB);
            assertThat(with(c -> List.of(waived), cases).isReady()).isFalse();
        }

        @Test
        @Rule("R-2")
        void thatFailMakeTheVerdictUnknown() {
            ReadinessRule broken = c -> {
                throw new IllegalStateException("secret");
            };
            Verdict verdict = with(broken, Cases.drained());
            assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
            assertThat(Cases.codes(verdict)).containsExactly("UNREACHABLE");
            Reason reason = verdict.basis().reasons().get(0);
            assertThat(reason.message())
                    .startsWith("the rule io.hubgate.readiness.ReadinessRulesTest")
                    .endsWith("failed on orders419 with java.lang.IllegalStateException")
                    .doesNotContain("secret");
            assertThat(reason.taskHub()).isEqualTo(Cases.HUB);
        }

        @Test
        @Rule("R-2")
        void thatFailTakeNothingAway() {
            ReadinessRule broken = c -> {
                throw new IllegalStateException();
            };
            Cases cases = Cases.drained().running("order-1", Duration.ofSeconds(1));
            assertThat(Cases.codes(with(broken, cases))).containsExactly("UNREACHABLE", "INSTANCES_ACTIVE");
        }

        @Test
        @Rule("R-2")
        void thatReturnNullOrHoldNullMakeTheVerdictUnknown() {
            for (ReadinessRule rule : List.of(nothing(), holdingNothing())) {
                assertThat(with(rule, Cases.drained())).isInstanceOf(Verdict.Unknown.class);
            }
        }

        @SuppressWarnings("NullAway") // What a caller without a null checker may write.
        private static ReadinessRule nothing() {
            return c -> null;
        }

        @SuppressWarnings("NullAway") // What a caller without a null checker may write.
        private static ReadinessRule holdingNothing() {
            return c -> Arrays.asList((Finding) null);
        }
    }
}
