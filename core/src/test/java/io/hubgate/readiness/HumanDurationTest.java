// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Durations as a person says them")
class HumanDurationTest {
    @ParameterizedTest(name = "{0} have lasted {1}")
    @CsvSource({
        "PT-1H, 0 s",
        "PT-0.5S, 0 s",
        "PT0S, 0 s",
        "PT0.999S, 0 s",
        "PT17S, 17 s",
        "PT59.999S, 59 s",
        "PT1M, 1 min",
        "PT1M59S, 1 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT1H59S, 1 h",
        "PT2H14M, 2 h 14 min",
        "PT23H59M59S, 23 h 59 min",
        "P1D, 1 d",
        "PT47H59M, 1 d",
        "P3D, 3 d"
    })
    void elapsedIsRoundedDown(Duration elapsed, String said) {
        assertThat(HumanDuration.elapsed(elapsed)).isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} remain as {1}")
    @CsvSource({
        "PT-1H, 0 s",
        "PT0S, 0 s",
        "PT0.000000001S, 1 s",
        "PT17S, 17 s",
        "PT58.1S, 59 s",
        "PT59.1S, 1 min",
        "PT1M, 1 min",
        "PT1M1S, 2 min",
        "PT59M, 59 min",
        "PT59M1S, 1 h",
        "PT1H, 1 h",
        "PT1H1S, 1 h 1 min",
        "PT23H59M, 23 h 59 min",
        "PT23H59M1S, 1 d",
        "P1D, 1 d",
        "PT24H1S, 2 d",
        "P7D, 7 d"
    })
    void remainingIsRoundedUp(Duration remaining, String said) {
        assertThat(HumanDuration.remaining(remaining)).isEqualTo(said);
    }
}
