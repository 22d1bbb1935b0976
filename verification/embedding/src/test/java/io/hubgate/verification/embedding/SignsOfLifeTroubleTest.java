// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.Hubgate;
import io.hubgate.rule.Rule;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.verification.embedding.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While the store takes no sign of life it takes no event either: that is an outage too, even for a backend that lives on. */
@Rule("R-10")
class SignsOfLifeTroubleTest {
    private final QuietSlot slot = new QuietSlot();
    private final Embedded orders = slot.orders;

    @Test
    void itIsAnOutageForTheBackendThatLivesOn() {
        Instant lastSign = orders.clock.instant();
        orders.line.put(new QuietSlot.Unreachable("MARKS"));
        orders.clock.forward(QuietSlot.EVERY);
        assertThatThrownBy(orders.hubgate::giveSignOfLife).isInstanceOf(StoreUnavailableException.class);
        orders.clock.forward(Duration.ofMinutes(9).plusSeconds(50));
        orders.line.clear();

        assertThat(QuietSlot.settlesAt(orders.hubgate)).contains(lastSign.plus(Duration.ofMinutes(20)));
        slot.live(orders.hubgate, Duration.ofMinutes(5));
        assertThat(QuietSlot.isReady(orders.hubgate)).isFalse();
        slot.live(orders.hubgate, Duration.ofMinutes(6));
        assertThat(QuietSlot.isReady(orders.hubgate)).isTrue();
    }

    @Test
    void aProcessThatStoodStillHasBeenAway() {
        orders.clock.forward(QuietSlot.EVERY.multipliedBy(3).plusNanos(1));

        assertThat(QuietSlot.isReady(orders.hubgate)).isFalse();
    }

    @Test
    void aSignThatIsALittleLateIsNoOutage() {
        orders.clock.forward(QuietSlot.EVERY.multipliedBy(3));

        assertThat(QuietSlot.isReady(orders.hubgate)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"LOST_BEFORE", "LOST_AFTER"})
    void aSignWhoseAnswerIsLostIsReadBack(Kind kind) {
        orders.clock.forward(QuietSlot.EVERY);
        orders.line.put(Trouble.Nth.write(1, kind));
        orders.hubgate.giveSignOfLife();
        orders.line.clear();
        slot.live(orders.hubgate, Duration.ofMinutes(1));

        assertThat(QuietSlot.isReady(orders.hubgate)).isTrue();
        assertThat(slot.marks()).isEqualTo(1);
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
        assertThat(slot.marks()).isEqualTo(taken ? 2 : 1);
    }
}
