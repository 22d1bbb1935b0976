// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceTest {
    @ParameterizedTest
    @CsvSource({"PT1H,PT1M", "PT2H,PT1M12S", "P8D,PT1H", "P3650D,PT1H"})
    void comes_often_enough_for_the_horizon(Duration horizon, Duration pause) {
        assertThat(Maintenance.pauseFor(horizon)).isEqualTo(pause);
    }

    @Test
    void goes_on_after_a_failure() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        try (Maintenance maintenance = new Maintenance("rounds")) {
            maintenance.every(Duration.ofMillis(1), () -> {
                rounds.countDown();
                throw new IllegalStateException("the store is away");
            });
            assertThat(rounds.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
