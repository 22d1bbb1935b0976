// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Instant;

/**
 * A time through which one backend was there to take events, as far as its signs of life show, on that backend's clock.
 *
 * @param since its first sign
 * @param until its last sign so far, not before the first
 */
public record Life(Instant since, Instant until) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Life {
        if (until.isBefore(since)) {
            throw new IllegalArgumentException("a life does not end before it begins");
        }
    }

    /**
     * Returns this life with a later sign.
     *
     * @param sign when the sign was given; one before the last sign changes nothing
     * @return the longer life
     */
    public Life through(Instant sign) {
        return sign.isAfter(until) ? new Life(since, sign) : this;
    }

    boolean covers(Life other) {
        return !since.isAfter(other.since) && !until.isBefore(other.until);
    }
}
