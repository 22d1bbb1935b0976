// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What makes a verdict UNKNOWN")
class DoubtTest {
    @Nested
    @Rule("R-6")
    class NeverHeard {
        @ParameterizedTest
        @EnumSource(
                value = Standing.Kind.class,
                names = {"HELD_PRODUCTION", "FOREIGN"})
        void aHubThatMustHaveBeenHeardIsUnknown(Standing.Kind kind) {
            Cases cases = Cases.drained();
            cases.kind = kind;
            cases.heard = false;
            assertThat(cases.judge()).isInstanceOf(Verdict.Unknown.class);
            assertThat(cases.codes()).containsExactly("HUB_NEVER_SEEN");
            Reason reason = cases.reason(ReasonCode.HUB_NEVER_SEEN);
            assertThat(reason.message()).contains("no event of orders419 ever came");
            assertThat(reason.fix()).startsWith("start one orchestration in that slot");
            assertThat(reason.taskHub()).isEqualTo(Cases.HUB);
            cases.heard = true;
            assertThat(cases.codes()).isEmpty();
        }

        @Test
        void aHubThatWasOnlyStagedMayBeSilent() {
            Cases cases = Cases.onlyStagedUnheard();
            assertThat(cases.judge()).isInstanceOf(Verdict.Ready.class);
            assertThat(cases.warning(WarningCode.HUB_SILENT).message()).startsWith("orders419 was only staged");
            assertThat(cases.warning(WarningCode.HUB_SILENT).taskHub()).isEqualTo(Cases.HUB);
        }

        @Test
        void butOnlyAfterTheSettleWindow() {
            Cases cases = Cases.onlyStagedUnheard();
            cases.stagedAt = Cases.NOW.minus(ReadinessPolicy.DEFAULT.settleWindow());
            assertThat(Cases.warnings(cases.judge())).contains("HUB_SILENT");
            cases.stagedAt =
                    Cases.NOW.minus(ReadinessPolicy.DEFAULT.settleWindow()).plusNanos(1);
            assertThat(cases.codes()).containsExactly("SETTLING");
            assertThat(Cases.warnings(cases.judge())).doesNotContain("HUB_SILENT");
        }

        @Test
        void aHubThatWasHeardIsNotSilent() {
            Cases cases = Cases.onlyStagedUnheard();
            cases.heard = true;
            assertThat(Cases.warnings(cases.judge())).doesNotContain("HUB_SILENT");
            Cases running = Cases.onlyStagedUnheard().running("order-1", Duration.ofSeconds(1));
            assertThat(Cases.warnings(running.judge())).doesNotContain("HUB_SILENT");
        }

        @Test
        void aHubThatHeldProductionIsNotSilentButUnheard() {
            Cases cases = Cases.drained();
            cases.heard = false;
            assertThat(Cases.warnings(cases.judge())).doesNotContain("HUB_SILENT");
        }

        @Test
        @Rule("R-2")
        void aHubThatWasStagedNobodyKnowsWhenMustHaveBeenHeard() {
            Cases cases = Cases.onlyStagedUnheard();
            cases.stagedAt = null;
            assertThat(cases.codes()).containsExactly("HUB_NEVER_SEEN");
        }

        @Test
        void aHubWithoutTrafficAndWithWorkWasHeard() {
            Cases cases = Cases.drained().running("order-1", Duration.ofSeconds(1));
            cases.heard = false;
            assertThat(cases.codes()).containsExactly("INSTANCES_ACTIVE");
        }
    }

    @Nested
    @Rule("R-8")
    class Quarantined {
        @Test
        void oneEventThatWasNotUnderstoodIsEnough() {
            Cases cases = Cases.drained();
            cases.quarantined = 1;
            assertThat(cases.judge()).isInstanceOf(Verdict.Unknown.class);
            Reason reason = cases.reason(ReasonCode.EVENTS_QUARANTINED);
            assertThat(reason.message())
                    .isEqualTo("1 event that names orders419 or no readable hub is put aside, not understood");
            assertThat(reason.fix()).startsWith("look at it in the quarantine");
        }

        @Test
        void ofSeveralItSpeaksInThePlural() {
            Cases cases = Cases.drained();
            cases.quarantined = 2;
            Reason reason = cases.reason(ReasonCode.EVENTS_QUARANTINED);
            assertThat(reason.message())
                    .isEqualTo("2 events that name orders419 or no readable hub are put aside, not understood");
            assertThat(reason.fix()).startsWith("look at them in the quarantine");
        }

        @Test
        void dismissedItIsForgotten() {
            assertThat(Cases.drained().codes()).isEmpty();
        }
    }

    @Nested
    @Rule("R-10")
    class Partial {
        @Test
        void aFewEndsWithoutStartAreAllowed() {
            Cases cases = Cases.drained();
            cases.withoutStart = 3;
            assertThat(cases.codes()).isEmpty();
            cases.withoutStart = 4;
            assertThat(cases.codes()).containsExactly("EVENTS_PARTIAL");
            assertThat(cases.reason(ReasonCode.EVENTS_PARTIAL).message()).startsWith("4 orchestrations of orders419");
            assertThat(cases.reason(ReasonCode.EVENTS_PARTIAL).fix()).contains("publishEventTypes");
        }

        @Test
        @Rule("E-7")
        void eventsThatWereNotKeptAreMissed() {
            Cases cases = Cases.drained();
            cases.truncated = true;
            assertThat(cases.codes()).containsExactly("EVENTS_PARTIAL");
            assertThat(cases.reason(ReasonCode.EVENTS_PARTIAL).message()).contains("not all could be kept");
        }

        @Test
        void bothAreSaid() {
            Cases cases = Cases.drained();
            cases.truncated = true;
            cases.withoutStart = 4;
            assertThat(cases.codes()).containsExactly("EVENTS_PARTIAL", "EVENTS_PARTIAL");
        }
    }

    @Nested
    @Rule("R-4")
    class Stale {
        private static final Duration AGE = ReadinessPolicy.DEFAULT.evidenceAge();

        @Test
        void evidenceIsUsedUpToTheAgeThatThePolicyAllows() {
            Cases cases = Cases.drained();
            cases.observedAt = Cases.NOW.minus(AGE);
            assertThat(cases.codes()).isEmpty();
            cases.observedAt = Cases.NOW.minus(AGE).minusNanos(1);
            assertThat(cases.codes()).containsExactly("EVIDENCE_STALE");
            assertThat(cases.reason(ReasonCode.EVIDENCE_STALE).message())
                    .isEqualTo("what is known of orders419 is 30 s old, and 30 s are allowed");
        }

        @Test
        @Rule("R-2")
        void evidenceFromFurtherAheadIsNotUsedEither() {
            Cases cases = Cases.drained();
            cases.observedAt = Cases.NOW.plus(AGE);
            assertThat(cases.codes()).isEmpty();
            cases.observedAt = Cases.NOW.plus(AGE).plusSeconds(1);
            assertThat(cases.codes()).containsExactly("EVIDENCE_STALE");
            assertThat(cases.reason(ReasonCode.EVIDENCE_STALE).message())
                    .isEqualTo("what is known of orders419 is dated 31 s ahead, and 30 s are allowed");
        }
    }

    @Nested
    @Rule("R-4")
    class Entities {
        @ParameterizedTest
        @EnumSource(Intent.class)
        void cannotBeKnownFromEvents(Intent intent) {
            Cases cases = Cases.drained();
            cases.intent = intent;
            assertThat(cases.warning(WarningCode.ENTITIES_UNKNOWN).message()).endsWith("events showed none");
            cases.entities = 1;
            assertThat(cases.warning(WarningCode.ENTITIES_UNKNOWN).message()).endsWith("events showed 1 entity");
            cases.entities = 2;
            assertThat(cases.warning(WarningCode.ENTITIES_UNKNOWN).message()).endsWith("events showed 2 entities");
        }

        @Test
        void ofAnUnheardHubAreNotKnownEither() {
            assertThat(Cases.onlyStagedUnheard()
                            .warning(WarningCode.ENTITIES_UNKNOWN)
                            .message())
                    .endsWith("events showed none");
        }
    }
}
