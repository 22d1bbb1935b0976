// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.answers;

import java.time.Duration;
import java.time.Instant;

/** Spans of time as a person says them, in two units at most: 17 s, 4 min 10 s, 2 h 14 min, 3 d 5 h. */
public final class Age {
    private Age() {}

    /**
     * Returns how long ago something was.
     *
     * @param since when it was; what lies ahead, since clocks differ, is 0 s ago
     * @param now the moment to count from
     * @return the span
     */
    public static String of(Instant since, Instant now) {
        return of(since.isAfter(now) ? Duration.ZERO : Duration.between(since, now));
    }

    /**
     * Returns a span.
     *
     * @param age the span, not negative
     * @return its two largest units, rounded down
     */
    public static String of(Duration age) {
        if (age.toMinutes() == 0) {
            return age.toSeconds() + " s";
        }
        if (age.toHours() == 0) {
            return age.toMinutes() + " min " + age.toSecondsPart() + " s";
        }
        if (age.toDays() == 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        return age.toDays() + " d " + age.toHoursPart() + " h";
    }
}
