// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Removing a hub's data")
class DeleteTest {
    @Nested
    @Rule({"R-10", "R-17"})
    class TaskHub {
        @Test
        void eventsAloneAreNeverEnough() {
            Cases cases = Cases.retired();
            assertThat(cases.codes()).containsExactly("HUB_NOT_INSPECTED");
            assertThat(cases.judge()).isInstanceOf(Verdict.Unknown.class);
            assertThat(cases.reason(ReasonCode.HUB_NOT_INSPECTED).fix()).contains("inspector");
        }

        @ParameterizedTest
        @EnumSource(
                value = Intent.class,
                names = {"OVERWRITE", "STOP"})
        void nothingOfThisConcernsTheOtherIntents(Intent intent) {
            Cases cases = Cases.retired();
            cases.intent = intent;
            cases.inSlot = true;
            cases.retiredAt = Cases.NOW;
            assertThat(cases.codes()).isEmpty();
        }

        @Test
        void aHubInASlotIsKept() {
            Cases cases = Cases.retired();
            cases.inSlot = true;
            assertThat(cases.codes()).containsExactly("HUB_NOT_INSPECTED", "IN_SLOT");
            assertThat(cases.blocker(BlockerCode.IN_SLOT).message()).startsWith("orders419 is recorded in a slot");
            cases.inSlot = false;
            cases.inProduction = true;
            assertThat(cases.codes()).contains("IN_SLOT");
        }

        @Test
        @Rule("R-2")
        void aHubThatIsNotRetiredIsKept() {
            Cases cases = Cases.retired();
            cases.retiredAt = null;
            assertThat(cases.codes()).containsExactly("HUB_NOT_INSPECTED", "IN_SLOT");
            assertThat(cases.blocker(BlockerCode.IN_SLOT).message()).startsWith("orders419 is not retired");
        }

        @Test
        void theGracePeriodIsOverAtItsVeryEnd() {
            Cases cases = Cases.retired();
            assertThat(cases.codes()).doesNotContain("GRACE_PERIOD");
            cases.retiredAt = Cases.NOW.minus(Duration.ofDays(7)).plusNanos(1);
            assertThat(cases.codes()).containsExactly("HUB_NOT_INSPECTED", "GRACE_PERIOD");
            assertThat(cases.blocker(BlockerCode.GRACE_PERIOD).readyAt()).isEqualTo(Cases.NOW.plusNanos(1));
            cases.retiredAt = Cases.NOW;
            assertThat(cases.blocker(BlockerCode.GRACE_PERIOD).message())
                    .isEqualTo("orders419 is retired, and its data is kept for another 7 d");
        }
    }

    @Nested
    @Rule("P-13")
    class Tracking {
        private final TrackingCleanupRules rules = new TrackingCleanupRules(ReadinessRules.standard());

        private Verdict judge(Cases cases) {
            return rules.judge(cases.build(), List.of(), false);
        }

        @Test
        void needsNoGracePeriodAndNoLookAtTheHub() {
            Cases cases = Cases.retired();
            cases.retiredAt = Cases.NOW;
            Verdict verdict = judge(cases);
            assertThat(verdict).isInstanceOf(Verdict.Ready.class);
            assertThat(verdict.basis().intent()).isEqualTo(Intent.DELETE);
            assertThat(verdict.basis().checkedAt()).isEqualTo(Cases.NOW);
            assertThat(verdict.basis().confidence()).isEqualTo(Confidence.EVENTS_ONLY);
            assertThat(verdict.basis().evidence()).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(Intent.class)
        void isAboutDeleteWhateverTheCaseAsked(Intent intent) {
            Cases cases = Cases.retired();
            cases.intent = intent;
            cases.inSlot = true;
            assertThat(Cases.codes(judge(cases))).containsExactly("IN_SLOT");
        }

        @Test
        void keepsWhatIsNotRetired() {
            Cases cases = Cases.retired();
            cases.retiredAt = null;
            assertThat(Cases.codes(judge(cases))).containsExactly("IN_SLOT");
        }

        @Test
        void keepsWhatTheCallerUsesInAnyLetterCase() {
            HubCase hubCase = Cases.retired().build();
            Verdict verdict = rules.judge(hubCase, List.of(Cases.OTHER, new TaskHubName("ORDERS419")), true);
            assertThat(Cases.codes(verdict)).containsExactly("IN_SLOT");
            assertThat(verdict.basis().blockers().get(0).message()).isEqualTo("the caller names orders419 as in use");
            assertThat(rules.judge(hubCase, List.of(Cases.OTHER), false).isReady())
                    .isTrue();
        }

        @Test
        void keepsWhatHoldsEntitiesUnlessTheyMayGo() {
            Cases cases = Cases.retired();
            cases.entities = 1;
            Verdict verdict = judge(cases);
            assertThat(Cases.codes(verdict)).containsExactly("ENTITIES_PRESENT");
            Blocker blocker = verdict.basis().blockers().get(0);
            assertThat(blocker.message()).isEqualTo("events showed 1 entity in orders419");
            assertThat(blocker.fix()).contains("its state").contains("dropEntities");
            assertThat(blocker.count()).isOne();
            assertThat(rules.judge(cases.build(), List.of(), true).isReady()).isTrue();
            cases.entities = 2;
            assertThat(judge(cases).basis().blockers().get(0).message()).startsWith("events showed 2 entities");
        }

        @Test
        void keepsWhatMayNotBeOverwritten() {
            Cases running = Cases.retired().running("order-1", Duration.ofSeconds(1));
            assertThat(Cases.codes(judge(running))).containsExactly("INSTANCES_ACTIVE");
            Cases unheard = Cases.retired();
            unheard.heard = false;
            assertThat(Cases.codes(judge(unheard))).containsExactly("HUB_NEVER_SEEN");
            Cases routed = Cases.retired();
            routed.inProduction = true;
            assertThat(Cases.codes(judge(routed))).containsExactly("IN_SLOT", "STILL_ROUTED");
        }

        @Test
        void asksAnEmbeddersRulesForBothIntents() {
            ReadinessRule overwrite = only(Intent.OVERWRITE);
            ReadinessRule delete = only(Intent.DELETE);
            HubCase hubCase = Cases.retired().build();
            for (ReadinessRule rule : List.of(overwrite, delete)) {
                ReadinessRules own = ReadinessRules.standard().with(rule);
                Verdict verdict = new TrackingCleanupRules(own).judge(hubCase, List.of(), false);
                assertThat(Cases.codes(verdict)).containsExactly("ETERNAL");
            }
        }

        private static ReadinessRule only(Intent intent) {
            return hubCase -> hubCase.intent() == intent
                    ? List.of(Blocker.of(BlockerCode.ETERNAL, hubCase.hub(), "never ends", "stop it", null))
                    : List.of();
        }
    }
}
