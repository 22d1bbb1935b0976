// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A verdict in one sentence")
@Rule("R-3")
class VerdictSentenceTest {
    private static final AppName ORDERS = new AppName("orders");

    private static String line(Verdict verdict) {
        return VerdictSentence.line(verdict, ORDERS, SlotName.STAGING, Cases.HUB);
    }

    private static Cases three() {
        return Cases.drained()
                .running("order-1005", Duration.ofSeconds(3))
                .running("order-1003", Duration.ofMillis(17_900))
                .running("order-1004", Duration.ofSeconds(9));
    }

    private static Verdict of(Finding... findings) {
        return Verdict.of(Intent.OVERWRITE, Cases.NOW, Confidence.EVENTS_ONLY, List.of(findings), List.of());
    }

    private static Blocker blocker(BlockerCode code, String message, @Nullable Instant readyAt) {
        return Blocker.of(code, Cases.HUB, message, "wait", readyAt);
    }

    @Test
    void namesHowManyRunAndTheOldest() {
        assertThat(VerdictSentence.summary(three().judge()))
                .isEqualTo("3 orchestrations of orders419 still run, the oldest for 17 s (order-1003)");
        assertThat(line(three().judge()))
                .isEqualTo("NOT_READY orders/staging orders419: 3 orchestrations still run, oldest order-1003 17 s");
    }

    @Test
    void speaksOfOneInTheSingular() {
        Verdict one =
                Cases.drained().running("order-1", Duration.ofMinutes(134)).judge();
        assertThat(VerdictSentence.summary(one))
                .isEqualTo("1 orchestration of orders419 still runs, for 2 h 14 min (order-1)");
        assertThat(line(one))
                .isEqualTo("NOT_READY orders/staging orders419: 1 orchestration still runs, order-1 2 h 14 min");
    }

    @Test
    void doesWithoutSamples() {
        Cases cases = Cases.drained();
        cases.countedActive = 2;
        assertThat(VerdictSentence.summary(cases.judge())).isEqualTo("2 orchestrations of orders419 still run");
        assertThat(line(cases.judge())).endsWith(": 2 orchestrations still run");
    }

    @Test
    void namesTheHubOfAnotherOccupant() {
        Cases cases = three();
        cases.hub = Cases.OTHER;
        assertThat(line(cases.judge()))
                .isEqualTo("NOT_READY orders/staging orders419: 3 orchestrations of orders418 still run, the oldest for"
                        + " 17 s (order-1003)");
        assertThat(VerdictSentence.line(cases.judge(), ORDERS, SlotName.STAGING, null))
                .startsWith("NOT_READY orders/staging: 3 orchestrations of orders418 still run");
    }

    @Test
    void ofAHubAloneNamesNoSlot() {
        assertThat(VerdictSentence.line(three().judge(), Cases.HUB))
                .isEqualTo("NOT_READY orders419: 3 orchestrations still run, oldest order-1003 17 s");
    }

    @Test
    void saysWhenItSettles() {
        Cases cases = Cases.drained();
        cases.lastReceipt = Cases.NOW.minusSeconds(90);
        assertThat(VerdictSentence.summary(cases.judge()))
                .isEqualTo("orders419 is settling, ready in 30 s if no event comes");
        assertThat(line(cases.judge()))
                .isEqualTo("NOT_READY orders/staging orders419: settling, ready in 30 s if no event comes");
    }

    @Test
    void ofASettlingWithoutEndSaysTheMessage() {
        Verdict verdict = of(blocker(BlockerCode.SETTLING, "rows still change", null));
        assertThat(VerdictSentence.summary(verdict)).isEqualTo("rows still change");
    }

    @Test
    void saysThatTheHubIsInProduction() {
        Cases cases = Cases.drained();
        cases.inProduction = true;
        assertThat(VerdictSentence.summary(cases.judge())).isEqualTo("orders419 is in production");
        assertThat(line(cases.judge())).endsWith(" orders419: in production");
        cases.hub = Cases.OTHER;
        assertThat(line(cases.judge())).endsWith(" orders419: orders418 is in production");
    }

    @Test
    void joinsSeveralBlockersAndCountsTheRest() {
        Blocker a = blocker(BlockerCode.IN_SLOT, "a", null);
        Blocker b = blocker(BlockerCode.FROZEN, "b", null);
        Blocker c = blocker(BlockerCode.ETERNAL, "c", null);
        Blocker d = blocker(BlockerCode.HOST_ACTIVE, "d", null);
        assertThat(VerdictSentence.summary(of(a, b, c))).isEqualTo("a; b; c");
        assertThat(VerdictSentence.summary(of(a, b, c, d))).isEqualTo("a; b; c; and 1 more");
        assertThat(line(of(a, b, c, d, d))).endsWith(": a; b; c; and 2 more");
    }

    @Test
    void ofUnknownSaysFirstWhy() {
        Cases cases = three();
        cases.quarantined = 1;
        assertThat(VerdictSentence.summary(cases.judge()))
                .startsWith("it cannot be told: 1 event that names orders419 or no readable hub is put aside")
                .endsWith("; 3 orchestrations of orders419 still run, the oldest for 17 s (order-1003)");
        Cases unheard = Cases.drained();
        unheard.heard = false;
        assertThat(line(unheard.judge()))
                .isEqualTo("UNKNOWN orders/staging orders419: no event of orders419 ever came, so probably none can");
    }

    @Test
    void ofReadySaysOnWhat() {
        assertThat(VerdictSentence.summary(Cases.drained().judge()))
                .isEqualTo("events show nothing running in orders419, last event 14 min ago");
        assertThat(line(Cases.drained().judge()))
                .isEqualTo("READY orders/staging orders419: events show nothing running, last event 14 min ago");
    }

    @Test
    void ofASilentHubSaysSo() {
        assertThat(VerdictSentence.summary(Cases.onlyStagedUnheard().judge()))
                .isEqualTo("orders419 was only staged and never heard");
        assertThat(line(Cases.onlyStagedUnheard().judge()))
                .isEqualTo("READY orders/staging orders419: only staged, never heard");
    }

    @Test
    void ofSeveralReadyHubsNamesEach() {
        Cases other = Cases.onlyStagedUnheard();
        other.hub = Cases.OTHER;
        List<HubCase> cases = List.of(Cases.drained().build(), other.build());
        Verdict verdict = ReadinessRules.standard().judge(Intent.OVERWRITE, cases, List.of(), Cases.NOW);
        assertThat(line(verdict))
                .isEqualTo("READY orders/staging orders419: events show nothing running, last event 14 min ago;"
                        + " orders418 was only staged and never heard");
    }

    @ParameterizedTest
    @CsvSource({"OVERWRITE, overwrite", "STOP, stop", "DELETE, delete"})
    void ofAnEmptySlotSaysThatNothingIsThere(Intent intent, String word) {
        Verdict verdict = ReadinessRules.standard().judge(intent, List.of(), List.of(), Cases.NOW);
        assertThat(VerdictSentence.line(verdict, ORDERS, SlotName.STAGING, null))
                .isEqualTo("READY orders/staging: nothing is recorded there to " + word);
    }

    @Test
    void showsForeignIdsEscapedAndCut() {
        Verdict hostile = Cases.drained()
                .running("a\nREADY\u202E" + "x".repeat(200), Duration.ofSeconds(1))
                .judge();
        assertThat(line(hostile))
                .contains("a\\u000AREADY\\u202Ex")
                .endsWith("x… 1 s")
                .hasSizeLessThan(180);
        assertThat(VerdictSentence.summary(hostile)).doesNotContain("\n", "\u202E");
    }

    @Test
    void showsForeignMessagesEscapedAndCut() {
        String most = "y".repeat(240);
        assertThat(VerdictSentence.summary(of(blocker(BlockerCode.FROZEN, most, null))))
                .isEqualTo(most);
        assertThat(VerdictSentence.summary(of(blocker(BlockerCode.FROZEN, most + "z", null))))
                .isEqualTo(most + "…");
        Reason reason = new Reason(ReasonCode.ACCESS_DENIED, "no\u001b[31m", "grant it", null);
        assertThat(VerdictSentence.summary(of(reason))).isEqualTo("it cannot be told: no\\u001B[31m");
    }
}
