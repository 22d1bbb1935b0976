// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A time in which no backend was there to take events. Event Grid backs off meanwhile, so what was missed comes late.
 *
 * @param endedAt when a backend was there again
 * @param duration how long there was none
 */
public record Outage(Instant endedAt, Duration duration) {
    /**
     * Checks the duration.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Outage {
        Objects.requireNonNull(endedAt, "endedAt");
        if (duration.isNegative()) {
            throw new IllegalArgumentException("an outage does not last less than nothing");
        }
    }
}
