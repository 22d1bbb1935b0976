// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The moment at which an operation gives up. It carries the clock that it is measured by. Immutable and thread-safe.
 *
 * @param at the moment
 * @param clock what tells the time
 */
public record Deadline(Instant at, InstantSource clock) {
    /** Checks that both exist. */
    public Deadline {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(clock, "clock");
    }

    /**
     * Returns a deadline some time ahead.
     *
     * @param time how long from now, not negative
     * @param clock what tells the time
     * @return the deadline
     */
    public static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    /**
     * Returns the time that is left.
     *
     * @return zero when the deadline has passed
     */
    public Duration left() {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Tells whether the deadline has passed.
     *
     * @return true when no time is left
     */
    public boolean isPast() {
        return left().isZero();
    }

    /**
     * Gives up if the deadline has passed.
     *
     * @param what the operation, for the message
     * @throws StoreUnavailableException if no time is left
     */
    public void check(String what) {
        if (isPast()) {
            throw new StoreUnavailableException(what + " did not end before its deadline");
        }
    }
}
