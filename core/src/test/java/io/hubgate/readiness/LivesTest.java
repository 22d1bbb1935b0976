// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hubgate.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Rule("R-10")
class LivesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(2);

    /** A life between two minutes around noon. */
    private static Life life(long since, long until) {
        return new Life(minute(since), minute(until));
    }

    private static Instant minute(long minute) {
        return NOON.plusSeconds(60 * minute);
    }

    private static Optional<Outage> worst(Life... lives) {
        return new Lives(List.of(lives)).worstOutage(NOON, WINDOW);
    }

    private static Outage outage(long from, long to) {
        return new Outage(minute(to), Duration.ofMinutes(to - from));
    }

    @Nested
    class WorstOutage {
        @Test
        void isNoneBeforeTheFirstLife() {
            assertThat(worst()).isEmpty();
            assertThat(worst(life(0, 0))).isEmpty();
        }

        @Test
        void isTheTimeInWhichNoneLived() {
            assertThat(worst(life(-60, -30), life(-10, 0))).contains(outage(-30, -10));
        }

        @Test
        void isNotWhatAnotherLivedThrough() {
            assertThat(worst(life(-60, -30), life(-40, -5), life(-10, 0))).isEmpty();
            assertThat(worst(life(-60, -30), life(-30, 0))).isEmpty();
            assertThat(worst(life(-60, 0), life(-50, -40), life(-20, -10))).isEmpty();
        }

        @Test
        void isOnlyTheTimeInWhichNoneOfSeveralLived() {
            assertThat(worst(life(-60, -30), life(-50, -25), life(-15, 0), life(-10, 0)))
                    .contains(outage(-25, -15));
        }

        @Test
        void lastsUntilNowWhileNoneLives() {
            assertThat(worst(life(-60, -7))).contains(outage(-7, 0));
        }

        @Test
        void isTheOneThatHoldsUpVerdictsLongest() {
            assertThat(worst(life(-500, -400), life(-200, -4), life(-3, 0))).contains(outage(-400, -200));
            assertThat(worst(life(-500, -450), life(-440, -4), life(-3, 0))).contains(outage(-4, -3));
        }

        @Test
        void isNotHiddenByAClockThatIsAhead() {
            assertThat(worst(life(-60, -30), life(-50, 10))).contains(outage(-30, 0));
        }

        @Test
        void toleratesClocksThatDifferALittle() {
            Life ahead = new Life(minute(-60), NOON.plusSeconds(5));
            assertThat(worst(ahead)).isEmpty();
            assertThat(worst(life(-60, -1), ahead)).isEmpty();
        }
    }

    @Nested
    class IsTold {
        private static final long DAY = 24 * 60;

        @Test
        void aLifeWithinAnother() {
            Life outer = life(-60, 0);
            Life inner = life(-50, -40);
            Lives lives = new Lives(List.of(outer, inner));
            assertThat(lives.isTold(inner, NOON)).isTrue();
            assertThat(lives.isTold(outer, NOON)).isFalse();
        }

        @Test
        void aLifeThatEndedBeforeALongOneBegan() {
            Life old = life(-10 * DAY, -9 * DAY);
            assertThat(new Lives(List.of(old, life(-4 * DAY, 0))).isTold(old, NOON))
                    .isTrue();
        }

        @Test
        void notTheLastLifeBeforeAnOutageHoweverLongAgo() {
            Life old = life(-10 * DAY, -9 * DAY);
            assertThat(new Lives(List.of(old, life(-2 * DAY, 0))).isTold(old, NOON))
                    .isFalse();
            assertThat(new Lives(List.of(old)).isTold(old, NOON)).isFalse();
        }

        @Test
        void notBothOfTwoThatAreEqual() {
            Life one = life(-10, -5);
            assertThat(new Lives(List.of(one, one)).isTold(one, NOON)).isFalse();
        }
    }

    @Nested
    class SilentFrom {
        @Test
        void isNeverEarlierThanTheSettleWindow() {
            assertThat(outage(-1, 0).silentFrom(WINDOW)).isEqualTo(minute(2));
        }

        @Test
        void isAsLongAfterTheOutageAsItLasted() {
            assertThat(outage(-30, 0).silentFrom(WINDOW)).isEqualTo(minute(30));
        }

        @Test
        void isADayLaterAtMostSinceEventGridKeepsNoEventLonger() {
            assertThat(outage(-14 * IsTold.DAY, 0).silentFrom(WINDOW)).isEqualTo(minute(IsTold.DAY));
        }
    }

    @Test
    void aLifeDoesNotEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> life(0, -1));
    }

    @Test
    void aSignThatComesLateChangesNothing() {
        assertThat(life(-5, -2).through(minute(-3))).isEqualTo(life(-5, -2));
        assertThat(life(-5, -2).through(minute(-1))).isEqualTo(life(-5, -1));
    }
}
