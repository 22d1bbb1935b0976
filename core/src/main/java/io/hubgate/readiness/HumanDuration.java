// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Duration;

/** Durations as a person says them: {@code 17 s}, {@code 4 min}, {@code 2 h 14 min}, {@code 3 d}. */
final class HumanDuration {
    private static final long MINUTE = 60;
    private static final long HOUR = 60;
    private static final long DAY = 24;

    private HumanDuration() {}

    /**
     * Returns how long something has lasted, rounded down. Hosts' clocks may be ahead of ours: a negative duration reads {@code 0 s}.
     *
     * @param elapsed the time passed
     * @return the text
     */
    static String elapsed(Duration elapsed) {
        return spoken(Math.max(0, elapsed.toSeconds()), 0);
    }

    /**
     * Returns how long something will last, rounded up, so that who waits for so long has waited long enough.
     *
     * @param remaining the time left
     * @return the text
     */
    static String remaining(Duration remaining) {
        return spoken(Math.max(0, remaining.plusNanos(999_999_999).toSeconds()), 1);
    }

    /** Rounds by adding {@code up} times one less than the unit before it cuts. */
    private static String spoken(long seconds, int up) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        long minutes = (seconds + up * (MINUTE - 1)) / MINUTE;
        if (minutes < HOUR) {
            return minutes + " min";
        }
        if (minutes < HOUR * DAY) {
            return minutes / HOUR + " h" + (minutes % HOUR == 0 ? "" : " " + minutes % HOUR + " min");
        }
        return (minutes + up * (HOUR * DAY - 1)) / (HOUR * DAY) + " d";
    }
}
