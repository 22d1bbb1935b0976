// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times as counts of 100 ns since 1970: the precision that the extension publishes, 29,000 years to either side, in one long (rule S-14).
 */
final class Ticks {
    /** Stands for a time that is not there. */
    static final long NONE = Long.MIN_VALUE;

    private static final long PER_SECOND = 10_000_000L;
    private static final int NANOS = 100;
    private static final long FURTHEST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

    private Ticks() {}

    /** Tells whether a time, or its absence, comes back exactly as it was. */
    static boolean keep(@Nullable Instant time) {
        return time == null || (isNear(time) && instant(of(time)).equals(time));
    }

    /** Tells whether a time is within what ticks can count. */
    static boolean isNear(Instant time) {
        return Math.abs(time.getEpochSecond()) < FURTHEST_SECOND;
    }

    static long of(@Nullable Instant time) {
        return time == null ? NONE : time.getEpochSecond() * PER_SECOND + time.getNano() / NANOS;
    }

    /** Returns the count of the first tick that is not before a time. */
    static long roundedUp(Instant time) {
        long before = of(time);
        return instant(before).equals(time) ? before : before + 1;
    }

    static Instant instant(long ticks) {
        return Instant.ofEpochSecond(Math.floorDiv(ticks, PER_SECOND), Math.floorMod(ticks, PER_SECOND) * NANOS);
    }

    static @Nullable Instant orNull(long ticks) {
        return ticks == NONE ? null : instant(ticks);
    }
}
