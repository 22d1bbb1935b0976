// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How often each judge is right on what the real engine did. {@code docs/accuracy.md} is written from this; with {@code -Dhubgate.update=true}
 * it is written anew.
 */
@Rule("V-6")
class AccuracyTest {
    private static final List<Judge> JUDGES =
            List.of(new LastEventAlone(), new ActiveRowsAlone(), new HubgateWithEvents(), new HubgateWithTheHub());

    private static final List<Judgement> JUDGEMENTS = new ArrayList<>();

    @BeforeAll
    static void judge() {
        Moment.judged()
                .forEach(moment ->
                        JUDGES.forEach(judge -> JUDGEMENTS.add(new Judgement(judge, moment, judge.judge(moment)))));
    }

    @Test
    void everyMomentOfEveryRecordingIsJudged() {
        assertThat(JUDGEMENTS).hasSize(131 * JUDGES.size());
    }

    /** A new mistake fails here; so does a line of the list whose mistake is made no more, which is then to be taken out. */
    @Test
    void eachMistakeIsOneThatWasLookedAtAndTheListHoldsNoOther() {
        assertThat(JUDGEMENTS.stream().filter(Judgement::isMistake).map(Judgement::key))
                .containsExactlyInAnyOrderElementsOf(
                        ReviewedMistakes.read().whys().keySet());
    }

    /** Lower this number when the list has shrunk. */
    @Test
    void thereAreNoMoreFalseReadiesThanThereOnceWere() {
        assertThat(JUDGEMENTS.stream()
                        .filter(judgement -> judgement.judge() instanceof HubgateWithEvents)
                        .filter(Judgement::isFalseReady))
                .hasSizeLessThanOrEqualTo(11);
    }

    /** The promise of the whole product, which no list of mistakes can soften. */
    @Test
    void withTheHubThereIsNoMistake() {
        assertThat(JUDGEMENTS.stream()
                        .filter(judgement -> judgement.judge() instanceof HubgateWithTheHub)
                        .filter(Judgement::isMistake))
                .isEmpty();
    }

    @Test
    void eachMistakeSaysWhy() {
        assertThat(ReviewedMistakes.read().whys().values())
                .allSatisfy(why -> assertThat(why).hasSizeGreaterThan(20));
    }

    @Test
    void theReportIsWhatTheRecordingsGive() throws IOException {
        String report = new AccuracyReport(JUDGES, JUDGEMENTS, ReviewedMistakes.read()).text();
        Path file = Checkout.root().resolve("docs/accuracy.md");
        if (Boolean.getBoolean("hubgate.update")) {
            Files.writeString(file, report);
        }
        assertThat(file).content().isEqualTo(report);
    }
}
