// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("E-3")
class EventTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:07Z,                2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07.1Z,              2026-03-04T05:06:07.1Z",
        "2026-03-04T05:06:07.12345Z,          2026-03-04T05:06:07.12345Z",
        "2026-03-04T05:06:07.1234567Z,        2026-03-04T05:06:07.1234567Z",
        "2026-03-04T05:06:07.123456789Z,      2026-03-04T05:06:07.123456789Z",
        "2026-03-04T05:06:07.12345678987Z,    2026-03-04T05:06:07.123456789Z",
        "2026-03-04t05:06:07z,                2026-03-04T05:06:07Z",
        "2026-03-04 05:06:07Z,                2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07+00:00,           2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07.5+05:30,         2026-03-03T23:36:07.5Z",
        "2026-03-04T05:06:07-0930,            2026-03-04T14:36:07Z",
        "2026-03-04T05:06:07+02,              2026-03-04T03:06:07Z",
        "2024-02-29T23:59:60Z,                2024-03-01T00:00:00Z",
        "0001-01-01T00:00:00Z,                0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999Z,        9999-12-31T23:59:59.9999999Z"
    })
    void aCompleteTimeIsReadExactly(String text, Instant expected) {
        assertThat(EventTime.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "now",
                "1772600767",
                "2026-03-04",
                "2026-03-04T05:06:07",
                "2026-03-04T05:06:07.",
                "2026-03-04T05:06:07.Z",
                "2026-03-04T05:06:07.5",
                "2026-02-29T05:06:07Z",
                "2026-13-04T05:06:07Z",
                "2026-00-04T05:06:07Z",
                "2026-03-00T05:06:07Z",
                "2026-03-04T24:00:00Z",
                "2026-03-04T05:60:07Z",
                "2026-03-04T05:06:61Z",
                "2026-03-04T05:06:07Zz",
                "2026-03-04T05:06:07+1",
                "2026-03-04T05:06:07+19:00",
                "2026-03-04T05:06:07+01:60",
                "2026-03-04T05:06:07+01-00",
                "2026/03/04T05:06:07Z",
                "2026-03-04X05:06:07Z",
                "-026-03-04T05:06:07Z",
                "2026-03-04T05:06:0٧Z",
                "2026-03-04T05:06:07.1234567Z                                              "
            })
    void anythingElseIsNoTime(String text) {
        assertThat(EventTime.parse(text)).isNull();
    }

    @Test
    void itReadsWhatTheJdkWritesOverTenThousandRandomTimes() {
        long seed = 20261123L;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-60_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000));
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 60, 18 * 60 + 1) * 60);
            OffsetDateTime local = instant.atOffset(offset).withSecond(random.nextInt(1, 60));
            assertThat(EventTime.parse(local.toString()))
                    .as("seed %d: %s", seed, local)
                    .isEqualTo(local.toInstant());
        }
    }
}
