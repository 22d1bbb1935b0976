// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settle window")
@Rule("R-10")
class SettlingTest {
    private static final Instant NOW = Cases.NOW;
    private static final Duration WINDOW = ReadinessPolicy.DEFAULT.settleWindow();
    private static final Instant EDGE = NOW.minus(WINDOW);

    @Test
    void isOverAtTheVeryEndAndNotANanosecondBefore() {
        Cases cases = Cases.drained();
        cases.lastReceipt = EDGE;
        assertThat(cases.codes()).isEmpty();
        cases.lastReceipt = EDGE.plusNanos(1);
        assertThat(cases.codes()).containsExactly("SETTLING");
        assertThat(cases.blocker(BlockerCode.SETTLING).readyAt()).isEqualTo(NOW.plusNanos(1));
    }

    @Test
    void isCountedFromTheStagingWhenThatIsLatest() {
        Cases cases = Cases.drained();
        cases.stagedAt = EDGE.plusSeconds(30);
        assertThat(cases.blocker(BlockerCode.SETTLING).readyAt()).isEqualTo(NOW.plusSeconds(30));
        cases.stagedAt = EDGE;
        assertThat(cases.codes()).isEmpty();
    }

    @Test
    void isCountedFromTheEndInProductionWhenThatIsLatest() {
        Cases cases = Cases.drained();
        cases.leftProductionAt = EDGE.plusSeconds(31);
        cases.lastReceipt = EDGE.plusSeconds(30);
        cases.stagedAt = EDGE.plusSeconds(29);
        assertThat(cases.blocker(BlockerCode.SETTLING).readyAt()).isEqualTo(NOW.plusSeconds(31));
        cases.lastReceipt = EDGE.plusSeconds(32);
        assertThat(cases.blocker(BlockerCode.SETTLING).readyAt()).isEqualTo(NOW.plusSeconds(32));
    }

    @Test
    void mayBeZero() {
        Cases cases = Cases.drained();
        cases.policy = ReadinessPolicy.DEFAULT.withSettleWindow(Duration.ZERO);
        cases.lastReceipt = NOW;
        cases.stagedAt = NOW;
        assertThat(cases.codes()).isEmpty();
        cases.lastReceipt = NOW.plusNanos(1);
        assertThat(cases.codes()).containsExactly("SETTLING");
    }

    @Test
    void saysHowLongItLastsRoundedUp() {
        Cases cases = Cases.drained();
        cases.lastReceipt = EDGE.plusSeconds(61);
        assertThat(cases.blocker(BlockerCode.SETTLING).message())
                .isEqualTo("orders419 must stay quiet for another 2 min");
        assertThat(cases.blocker(BlockerCode.SETTLING).fix()).startsWith("wait until then");
    }

    @Test
    void isNoPromiseWhileSomethingRuns() {
        Cases cases = Cases.drained().running("order-1", Duration.ofSeconds(17));
        cases.lastReceipt = NOW;
        assertThat(cases.codes()).containsExactly("INSTANCES_ACTIVE");
    }

    @Test
    void afterAnOutageLastsAtLeastAsLongAsTheOutage() {
        Cases cases = Cases.drained();
        Duration outage = Duration.ofMinutes(30);
        cases.outage = new Outage(NOW.minus(outage), outage);
        assertThat(cases.codes()).isEmpty();
        cases.outage = new Outage(NOW.minus(outage).plusSeconds(5), outage);
        assertThat(cases.codes()).containsExactly("SETTLING");
        assertThat(cases.blocker(BlockerCode.SETTLING).readyAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(cases.blocker(BlockerCode.SETTLING).message()).contains("a time without a backend");
    }

    @Test
    void afterAShortOutageStartsAnewSinceNobodyListened() {
        Cases cases = Cases.drained();
        cases.outage = new Outage(EDGE, Duration.ofSeconds(3));
        assertThat(cases.codes()).isEmpty();
        cases.outage = new Outage(EDGE.plusSeconds(1), Duration.ofSeconds(3));
        assertThat(cases.blocker(BlockerCode.SETTLING).readyAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void afterAnOutageAndALaterReceiptIsCountedFromTheReceipt() {
        Cases cases = Cases.drained();
        cases.lastReceipt = EDGE.plusSeconds(10);
        cases.outage = new Outage(EDGE.plusSeconds(10), Duration.ofSeconds(3));
        assertThat(cases.blocker(BlockerCode.SETTLING).message()).doesNotContain("a time without a backend");
        cases.outage = new Outage(EDGE.plusSeconds(9), Duration.ofSeconds(3));
        assertThat(cases.blocker(BlockerCode.SETTLING).readyAt()).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void holdsAfterAnOutageAlsoForAHubThatHasNoTimeToCountFrom() {
        Cases cases = Cases.onlyStagedUnheard();
        cases.kind = Standing.Kind.FOREIGN;
        cases.stagedAt = null;
        assertThat(cases.codes()).containsExactly("HUB_NEVER_SEEN");
        cases.outage = new Outage(NOW, Duration.ofSeconds(3));
        assertThat(cases.codes()).containsExactly("HUB_NEVER_SEEN", "SETTLING");
    }

    @Test
    @Rule("R-2")
    void thatCannotBeCountedMakesTheVerdictUnknown() {
        Cases cases = Cases.drained();
        cases.policy = ReadinessPolicy.DEFAULT.withSettleWindow(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(cases.judge()).isInstanceOf(Verdict.Unknown.class);
    }
}
