// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.Hubgate;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.verification.embedding.Trouble.StoreCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Backends over one store write down that they live; the time in which none did holds verdicts up for as long again. */
@Rule("R-10")
class SignsOfLifeTest {
    private final QuietSlot slot = new QuietSlot();
    private final Embedded orders = slot.orders;

    @Nested
    class AfterARestart {
        @Test
        void theWindowIsAsLongAsTheOutageWas() {
            Instant died = orders.clock.instant();
            orders.clock.forward(Duration.ofMinutes(30));
            orders.restart();

            assertThat(QuietSlot.settlesAt(orders.hubgate)).contains(died.plus(Duration.ofMinutes(60)));
            slot.live(orders.hubgate, Duration.ofMinutes(29));
            assertThat(QuietSlot.isReady(orders.hubgate)).isFalse();
            slot.live(orders.hubgate, Duration.ofMinutes(1));
            assertThat(QuietSlot.isReady(orders.hubgate)).isTrue();
        }

        @Test
        void aShortOutageTakesTheSettleWindow() {
            orders.clock.forward(Duration.ofSeconds(15));
            Instant back = orders.clock.instant();
            orders.restart();

            assertThat(QuietSlot.settlesAt(orders.hubgate)).contains(back.plus(QuietSlot.SETTLE));
        }

        @Test
        void theOutageIsStillKnownAfterAnotherRestart() {
            Instant died = orders.clock.instant();
            orders.clock.forward(Duration.ofMinutes(30));
            orders.restart();
            orders.hubgate.giveSignOfLife();
            slot.live(orders.hubgate, Duration.ofMinutes(1));
            orders.restart();

            assertThat(QuietSlot.settlesAt(orders.hubgate)).contains(died.plus(Duration.ofMinutes(60)));
        }

        @Test
        void nothingIsJudgedBeforeTheSignsWereRead() {
            orders.clock.forward(Duration.ofMinutes(30));
            orders.restart();
            orders.line.put(new QuietSlot.Unreachable("list MARKS"));

            assertThatThrownBy(() -> QuietSlot.isReady(orders.hubgate)).isInstanceOf(StoreUnavailableException.class);
        }

        @Test
        void aSignOfALaterVersionProvesNothing() {
            orders.clock.forward(Duration.ofMinutes(30));
            byte[] later = "{\"f\":99}".getBytes(StandardCharsets.US_ASCII);
            orders.apps.create(
                    new DocumentKey(Shelf.MARKS, "later"),
                    new Document(later),
                    Deadline.in(Duration.ofSeconds(5), orders.clock));
            orders.restart();

            assertThat(QuietSlot.settlesAt(orders.hubgate)).isPresent();
        }
    }

    @Nested
    class WithTwoBackends {
        private final Hubgate other = orders.another();

        @BeforeEach
        void bothLive() {
            slot.live(List.of(orders.hubgate, other), Duration.ofMinutes(10));
            assertThat(QuietSlot.isReady(other)).isTrue();
        }

        @Test
        void thereIsNoOutageWhileOneLivesOn() {
            slot.live(other, Duration.ofMinutes(30));
            orders.restart();
            slot.live(List.of(orders.hubgate, other), QuietSlot.EVERY.multipliedBy(2));

            assertThat(QuietSlot.isReady(other)).isTrue();
            assertThat(QuietSlot.isReady(orders.hubgate)).isTrue();
        }

        @Test
        void theOutageIsTheTimeInWhichNeitherLived() {
            slot.live(other, Duration.ofMinutes(30));
            Instant died = orders.clock.instant();
            orders.clock.forward(Duration.ofMinutes(20));
            orders.restart();

            assertThat(QuietSlot.settlesAt(orders.hubgate)).contains(died.plus(Duration.ofMinutes(40)));
        }
    }

    @Nested
    class Signs {
        @Test
        void areNotGivenMoreOftenThanAskedFor() {
            Counting counting = new Counting();
            orders.line.put(counting);
            for (int i = 0; i < 100; i++) {
                orders.clock.forward(QuietSlot.EVERY.dividedBy(10));
                orders.hubgate.giveSignOfLife();
            }

            assertThat(counting.calls).hasSize(10).allMatch("replace MARKS"::equals);
        }

        @Test
        void areGivenByDeliveriesWhenNobodyElseDoes() {
            orders.clock.forward(QuietSlot.EVERY.multipliedBy(2));
            orders.hubgate.take(List.of(new IncomingEvent.Ignored("other")), Duration.ofSeconds(5));
            orders.clock.forward(QuietSlot.EVERY.multipliedBy(2));

            assertThat(QuietSlot.isReady(orders.hubgate)).isTrue();
        }

        @Test
        void doNotFailADeliveryThatIsTaken() {
            orders.clock.forward(QuietSlot.EVERY.multipliedBy(2));
            orders.line.put(new QuietSlot.Unreachable("MARKS"));

            assertThat(orders.hubgate
                            .take(List.of(new IncomingEvent.Ignored("other")), Duration.ofSeconds(5))
                            .ignored())
                    .isEqualTo(1);
        }

        @Test
        void ofBackendsThatAreGoneAreRemovedInTime() {
            for (int i = 0; i < 5; i++) {
                orders.clock.forward(Duration.ofMinutes(1));
                orders.restart();
                slot.live(orders.hubgate, Duration.ofMinutes(1));
            }
            assertThat(slot.marks()).isEqualTo(6);
            orders.clock.forward(Duration.ofMinutes(1));
            orders.restart();
            slot.live(orders.hubgate, Duration.ofDays(3).plusHours(2));

            assertThat(slot.marks()).isEqualTo(1);
        }

        @Test
        void areNeitherGivenNorReadUnlessAskedFor() {
            Embedded plain = new Embedded();
            Counting counting = new Counting();
            plain.line.put(counting);
            plain.hubgate.giveSignOfLife();

            assertThat(counting.calls).isEmpty();
        }
    }

    /** Writes the calls of a store down. */
    private static final class Counting implements Trouble {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void before(StoreCall call) {
            calls.add(call.method());
        }
    }
}
