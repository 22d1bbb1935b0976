// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.Hubgate;
import io.hubgate.HubgateBuilder;
import io.hubgate.StatusQuery;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.verification.embedding.Trouble.Kind;
import io.hubgate.verification.embedding.Trouble.StoreCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backends over one store write down that they live; the time in which none did holds verdicts up for as long again. */
@Rule("R-10")
class SignsOfLifeTest {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration SETTLE = Duration.ofMinutes(2);

    private final Embedded orders = new Embedded(builder -> signing(builder));

    private static HubgateBuilder signing(HubgateBuilder builder) {
        return builder.signsOfLife(EVERY);
    }

    /** 420 is live, 419 drains in staging and has been quiet for long. */
    @BeforeEach
    void aQuietSlot() {
        orders.declare("orders420", "orders419");
        orders.event("orders419", "order-1", RuntimeStatus.RUNNING);
        orders.event("orders419", "order-1", RuntimeStatus.COMPLETED);
        live(orders.hubgate, Duration.ofMinutes(10));
        assertThat(verdict(orders.hubgate).isReady()).isTrue();
    }

    /** Time passes, and the backends give their signs in it. */
    private void live(Hubgate hubgate, Duration time) {
        live(List.of(hubgate), time);
    }

    private void live(List<Hubgate> backends, Duration time) {
        for (Duration lived = Duration.ZERO; lived.compareTo(time) < 0; lived = lived.plus(EVERY)) {
            orders.clock.forward(EVERY);
            backends.forEach(Hubgate::giveSignOfLife);
        }
    }

    private static Verdict verdict(Hubgate hubgate) {
        return hubgate.status(new StatusQuery(Embedded.ORDERS, SlotName.STAGING, Intent.OVERWRITE, null, null))
                .verdict();
    }

    private static Optional<Instant> settlesAt(Hubgate hubgate) {
        return verdict(hubgate).basis().blockers().stream()
                .filter(blocker -> blocker.code() == BlockerCode.SETTLING)
                .map(Blocker::readyAt)
                .findFirst();
    }

    private int marks() {
        return orders.apps
                .list(Shelf.MARKS, null, 1000, Deadline.in(Duration.ofSeconds(5), orders.clock))
                .items()
                .size();
    }

    @Nested
    class AfterARestart {
        @Test
        void theWindowIsAsLongAsTheOutageWas() {
            Instant died = orders.clock.instant();
            orders.clock.forward(Duration.ofMinutes(30));
            orders.restart();

            assertThat(settlesAt(orders.hubgate)).contains(died.plus(Duration.ofMinutes(60)));
            live(orders.hubgate, Duration.ofMinutes(29));
            assertThat(verdict(orders.hubgate).isReady()).isFalse();
            live(orders.hubgate, Duration.ofMinutes(1));
            assertThat(verdict(orders.hubgate).isReady()).isTrue();
        }

        @Test
        void aShortOutageTakesTheSettleWindow() {
            orders.clock.forward(Duration.ofSeconds(15));
            Instant back = orders.clock.instant();
            orders.restart();

            assertThat(settlesAt(orders.hubgate)).contains(back.plus(SETTLE));
        }

        @Test
        void theOutageIsStillKnownAfterAnotherRestart() {
            Instant died = orders.clock.instant();
            orders.clock.forward(Duration.ofMinutes(30));
            orders.restart();
            orders.hubgate.giveSignOfLife();
            live(orders.hubgate, Duration.ofMinutes(1));
            orders.restart();

            assertThat(settlesAt(orders.hubgate)).contains(died.plus(Duration.ofMinutes(60)));
        }

        @Test
        void nothingIsJudgedBeforeTheSignsWereRead() {
            orders.clock.forward(Duration.ofMinutes(30));
            orders.restart();
            orders.line.put(new Unreachable("list MARKS"));

            assertThatThrownBy(() -> verdict(orders.hubgate)).isInstanceOf(StoreUnavailableException.class);
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

            assertThat(settlesAt(orders.hubgate)).isPresent();
        }
    }

    @Nested
    class WithTwoBackends {
        private final Hubgate other = orders.another();

        @BeforeEach
        void bothLive() {
            live(List.of(orders.hubgate, other), Duration.ofMinutes(10));
            assertThat(verdict(other).isReady()).isTrue();
        }

        @Test
        void thereIsNoOutageWhileOneLivesOn() {
            live(other, Duration.ofMinutes(30));
            orders.restart();
            live(List.of(orders.hubgate, other), EVERY.multipliedBy(2));

            assertThat(verdict(other).isReady()).isTrue();
            assertThat(verdict(orders.hubgate).isReady()).isTrue();
        }

        @Test
        void theOutageIsTheTimeInWhichNeitherLived() {
            live(other, Duration.ofMinutes(30));
            Instant died = orders.clock.instant();
            orders.clock.forward(Duration.ofMinutes(20));
            orders.restart();

            assertThat(settlesAt(orders.hubgate)).contains(died.plus(Duration.ofMinutes(40)));
        }
    }

    @Nested
    class WhileTheStoreIsAway {
        @Test
        void itIsAnOutageForTheBackendThatLivesOn() {
            Instant lastSign = orders.clock.instant();
            orders.line.put(new Unreachable("MARKS"));
            orders.clock.forward(EVERY);
            assertThatThrownBy(orders.hubgate::giveSignOfLife).isInstanceOf(StoreUnavailableException.class);
            orders.clock.forward(Duration.ofMinutes(9).plusSeconds(50));
            orders.line.clear();

            assertThat(settlesAt(orders.hubgate)).contains(lastSign.plus(Duration.ofMinutes(20)));
            live(orders.hubgate, Duration.ofMinutes(5));
            assertThat(verdict(orders.hubgate).isReady()).isFalse();
            live(orders.hubgate, Duration.ofMinutes(6));
            assertThat(verdict(orders.hubgate).isReady()).isTrue();
        }

        @Test
        void aProcessThatStoodStillHasBeenAway() {
            orders.clock.forward(EVERY.multipliedBy(3).plusNanos(1));

            assertThat(verdict(orders.hubgate).isReady()).isFalse();
        }

        @Test
        void aSignThatIsALittleLateIsNoOutage() {
            orders.clock.forward(EVERY.multipliedBy(3));

            assertThat(verdict(orders.hubgate).isReady()).isTrue();
        }

        @ParameterizedTest
        @EnumSource(
                value = Kind.class,
                names = {"LOST_BEFORE", "LOST_AFTER"})
        void aSignWhoseAnswerIsLostIsReadBack(Kind kind) {
            orders.clock.forward(EVERY);
            orders.line.put(Trouble.Nth.write(1, kind));
            orders.hubgate.giveSignOfLife();
            orders.line.clear();
            live(orders.hubgate, Duration.ofMinutes(1));

            assertThat(verdict(orders.hubgate).isReady()).isTrue();
            assertThat(marks()).isEqualTo(1);
        }

        @ParameterizedTest
        @EnumSource(
                value = Kind.class,
                names = {"LOST_BEFORE", "LOST_AFTER"})
        void aFirstSignWhoseAnswerIsLostIsReadBack(Kind kind) {
            Hubgate other = orders.another();
            orders.line.put(Trouble.Nth.write(1, kind));
            boolean taken = kind == Kind.LOST_AFTER;
            try {
                other.giveSignOfLife();
                assertThat(taken).isTrue();
            } catch (StoreUnavailableException e) {
                assertThat(taken).isFalse();
            }
            assertThat(marks()).isEqualTo(taken ? 2 : 1);
        }
    }

    @Nested
    class Signs {
        @Test
        void areNotGivenMoreOftenThanAskedFor() {
            Counting counting = new Counting();
            orders.line.put(counting);
            for (int i = 0; i < 100; i++) {
                orders.clock.forward(EVERY.dividedBy(10));
                orders.hubgate.giveSignOfLife();
            }

            assertThat(counting.calls).hasSize(10).allMatch("replace MARKS"::equals);
        }

        @Test
        void areGivenByDeliveriesWhenNobodyElseDoes() {
            orders.clock.forward(EVERY.multipliedBy(2));
            orders.hubgate.take(List.of(new IncomingEvent.Ignored("other")), Duration.ofSeconds(5));
            orders.clock.forward(EVERY.multipliedBy(2));

            assertThat(verdict(orders.hubgate).isReady()).isTrue();
        }

        @Test
        void doNotFailADeliveryThatIsTaken() {
            orders.clock.forward(EVERY.multipliedBy(2));
            orders.line.put(new Unreachable("MARKS"));

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
                live(orders.hubgate, Duration.ofMinutes(1));
            }
            assertThat(marks()).isEqualTo(6);
            orders.clock.forward(Duration.ofMinutes(1));
            orders.restart();
            live(orders.hubgate, Duration.ofDays(3).plusHours(2));

            assertThat(marks()).isEqualTo(1);
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

    /** No call of a kind gets through. */
    private record Unreachable(String part) implements Trouble {
        @Override
        public void before(StoreCall call) {
            if (call.method().contains(part)) {
                throw new StoreUnavailableException(call + " did not reach the store");
            }
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
