// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import java.time.Duration;
import java.time.Instant;

/**
 * When a look took place, on both clocks.
 *
 * @param startedAt when the look began, on our clock
 * @param endedAt when it ended, on our clock
 * @param serviceStartedAt the storage service's clock when the look began, from its {@code Date} header
 * @param serviceEndedAt the storage service's clock when the look ended
 */
public record LookTimes(Instant startedAt, Instant endedAt, Instant serviceStartedAt, Instant serviceEndedAt) {
    /**
     * Returns how far our clock is ahead of the service's; whole seconds at best, since its header has no more (rule R-22).
     *
     * @return negative if our clock is behind
     */
    public Duration skew() {
        return Duration.between(serviceEndedAt, endedAt);
    }

    /**
     * Returns how long the look took.
     *
     * @return by our clock
     */
    public Duration duration() {
        return Duration.between(startedAt, endedAt);
    }
}
