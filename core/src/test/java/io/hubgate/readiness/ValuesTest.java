// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The values of the verdict")
class ValuesTest {
    private static final Duration NEGATIVE = Duration.ofNanos(-1);

    private static Verdict.Basis basis(Finding... findings) {
        return Verdict.of(Intent.STOP, Cases.NOW, null, List.of(findings), List.of())
                .basis();
    }

    private static Blocker blocker() {
        return Blocker.of(BlockerCode.FROZEN, Cases.HUB, "no host lives", "start the slot", null);
    }

    private static Reason reason() {
        return new Reason(ReasonCode.THROTTLED, "too many requests", "ask later", null);
    }

    @Test
    @Rule("R-1")
    void aVerdictCannotContradictWhatItStandsOn() {
        assertThat(new Verdict.Ready(basis()).isReady()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict.Ready(basis(blocker())));
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict.Ready(basis(reason())));
        assertThat(new Verdict.NotReady(basis(blocker())).isReady()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict.NotReady(basis()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict.NotReady(basis(blocker(), reason())));
        assertThat(new Verdict.Unknown(basis(blocker(), reason())).isReady()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict.Unknown(basis(blocker())));
    }

    @Test
    @Rule("R-1")
    void findingsAreSortedByKindInTheirOrder() {
        Warning warning = new Warning(WarningCode.UNOBSERVED, "nobody looked", null);
        Verdict.Basis basis = basis(warning, blocker(), reason());
        assertThat(basis.warnings()).containsExactly(warning);
        assertThat(basis.blockers()).containsExactly(blocker());
        assertThat(basis.reasons()).containsExactly(reason());
        assertThat(List.of(warning.codeName(), blocker().codeName(), reason().codeName()))
                .containsExactly("UNOBSERVED", "FROZEN", "THROTTLED");
    }

    @Test
    void theWordsOfTheOutcomesAreThoseOfTheAnswers() {
        assertThat(new Verdict.Ready(basis()).outcome()).isEqualTo("READY");
        assertThat(new Verdict.NotReady(basis(blocker())).outcome()).isEqualTo("NOT_READY");
        assertThat(new Verdict.Unknown(basis(reason())).outcome()).isEqualTo("UNKNOWN");
    }

    @Test
    void aBlockerCountsAtLeastOneThing() {
        assertThat(blocker().count()).isOne();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Blocker(BlockerCode.FROZEN, "m", "f", Cases.HUB, 0, null, List.of(), null, null, null));
    }

    @Test
    void aPolicyHasNoNegativeDuration() {
        Duration zero = Duration.ZERO;
        assertThat(new ReadinessPolicy(zero, zero, zero, 1).settleWindow()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadinessPolicy(NEGATIVE, zero, zero, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadinessPolicy(zero, NEGATIVE, zero, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadinessPolicy(zero, zero, NEGATIVE, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void aPolicyShowsOneToAHundredSamples(int samples) {
        Duration zero = Duration.ZERO;
        assertThat(new ReadinessPolicy(zero, zero, zero, 100).samples()).isEqualTo(100);
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadinessPolicy(zero, zero, zero, samples));
    }

    @Test
    void anotherSettleWindowLeavesTheRest() {
        ReadinessPolicy policy = ReadinessPolicy.DEFAULT.withSettleWindow(Duration.ofSeconds(4));
        assertThat(policy)
                .isEqualTo(new ReadinessPolicy(Duration.ofSeconds(4), Duration.ofSeconds(30), Duration.ofDays(7), 20));
    }

    @Test
    void anOutageDoesNotLastLessThanNothing() {
        assertThat(new Outage(Cases.NOW, Duration.ZERO).duration()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Outage(Cases.NOW, NEGATIVE));
    }

    @Test
    @Rule("R-2")
    void evidenceOfAnotherHubJudgesNothing() {
        HubCase hubCase = Cases.drained().build();
        Standing other = Standing.foreign(Cases.OTHER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HubCase(Intent.STOP, other, hubCase.events(), hubCase.policy(), Cases.NOW));
        Standing sameInOtherCase = Standing.foreign(new TaskHubName("ORDERS419"));
        assertThat(new HubCase(Intent.STOP, sameInOtherCase, hubCase.events(), hubCase.policy(), Cases.NOW).hub())
                .isEqualTo(Cases.HUB);
    }

    @Test
    void aForeignHubIsKnownToNoApp() {
        assertThat(Standing.foreign(Cases.HUB))
                .isEqualTo(new Standing(Cases.HUB, Standing.Kind.FOREIGN, false, false, null, null, null));
    }

    @Test
    void aNumberOfQuarantinedEventsIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventEvidence(Cases.HUB, Cases.NOW, List.of(), null, -1, null));
    }
}
