// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Fault BUSY = Fault.serverBusy();
    private static final Fault RESET = Fault.resetAfter();

    private static List<Optional<Fault>> of(Faults faults, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> faults.on(new ProxiedRequest(number, number % 2 == 0 ? "PUT" : "GET", "/t", "")))
                .toList();
    }

    @Test
    void aPlaceCountsTheRequestsOfItsKind() {
        assertThat(of(Faults.nth(2, request -> request.method().equals("PUT"), BUSY), 6))
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(BUSY),
                        Optional.empty(),
                        Optional.empty());
    }

    @Test
    void theSecondFaultsSeeRequestsThatTheFirstOnesTook() {
        Faults both = Faults.first(1, request -> true, BUSY).or(Faults.nth(2, request -> true, RESET));
        assertThat(of(both, 3)).containsExactly(Optional.of(BUSY), Optional.of(RESET), Optional.empty());
    }

    @Test
    void chanceRepeatsItselfForASeed() {
        Faults five = Faults.seeded(7, 0.05, BUSY, RESET);
        assertThat(of(five, 1000)).isEqualTo(of(Faults.seeded(7, 0.05, BUSY, RESET), 1000));
        assertThat(of(five, 1000)).isNotEqualTo(of(Faults.seeded(8, 0.05, BUSY, RESET), 1000));
        assertThat(five).asString().contains("seed=7", "ServerBusy", "reset after");
    }

    @Test
    void chanceKeepsToItsShareAndMixesEvenly() {
        List<Optional<Fault>> met = of(Faults.seeded(11, 0.05, BUSY, RESET), 100_000);
        assertThat(met.stream().filter(Optional::isPresent).count()).isBetween(4_700L, 5_300L);
        assertThat(met.stream().filter(Optional.of(RESET)::equals).count()).isBetween(2_300L, 2_700L);
    }

    @Test
    void aShareOutsideOneIsRefused() {
        assertThatThrownBy(() -> Faults.seeded(1, 5, BUSY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Faults.seeded(1, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
