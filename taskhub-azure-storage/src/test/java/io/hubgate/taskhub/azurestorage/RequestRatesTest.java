// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.rule.Rule;
import io.hubgate.taskhub.azurestorage.access.RequestRates;
import io.hubgate.taskhub.azurestorage.access.StorageEndpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@Rule("R-23")
class RequestRatesTest {
    private static final StorageEndpoints ONE = StorageEndpoints.of("one");

    private Instant now = Instant.parse("2026-11-25T00:00:00Z");
    private final RequestRates rates = new RequestRates(() -> now);

    private List<Instant> reserve(int times) {
        List<Instant> begun = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            begun.add(now.plus(rates.reserve(ONE)));
        }
        return begun;
    }

    @Test
    void noSecondSeesMoreThanFifty() {
        List<Instant> begun = reserve(30);
        now = now.plusMillis(900);
        begun.addAll(reserve(200));
        for (Instant from : begun) {
            assertThat(begun.stream().filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(1))))
                    .hasSizeLessThanOrEqualTo(RequestRates.MOST);
        }
    }

    @Test
    void accountsDoNotWaitForEachOther() {
        reserve(50);
        assertThat(rates.reserve(StorageEndpoints.of("two"))).isEqualTo(Duration.ZERO);
        assertThat(rates.reserve(ONE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void halvesWhenAskedAndDoublesAfterCalm() {
        rates.slowDown(ONE);
        rates.slowDown(ONE);
        assertThat(rates.rate(ONE)).isEqualTo(12);
        now = now.plusSeconds(29);
        assertThat(rates.rate(ONE)).isEqualTo(12);
        now = now.plusSeconds(1);
        assertThat(rates.rate(ONE)).isEqualTo(24);
        now = now.plusSeconds(60);
        assertThat(rates.rate(ONE)).isEqualTo(50);
        for (int i = 0; i < 20; i++) {
            rates.slowDown(ONE);
        }
        assertThat(rates.rate(ONE)).isOne();
    }

    @Test
    void aClockThatIsSetBackDoesNotStopIt() {
        reserve(60);
        now = now.minus(Duration.ofHours(1));
        assertThat(rates.reserve(ONE)).isEqualTo(Duration.ZERO);
    }

    @Test
    void neverAllowsMoreThanTheRule() {
        assertThatThrownBy(() -> new RequestRates(() -> now, 51)).isInstanceOf(IllegalArgumentException.class);
    }
}
