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
    /** How long Event Grid keeps an event that it cannot deliver (Event Grid, "Message delivery and retry": 1,440 minutes at most). */
    private static final Duration KEPT = Duration.ofDays(1);

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

    /**
     * Returns from when on silence counts again: as much time as was missed after the end, but no more than a day, since Event Grid keeps no
     * event longer; and never less than the settle window.
     *
     * @param window the settle window, zero or more
     * @return the moment
     */
    public Instant silentFrom(Duration window) {
        Duration late = duration.compareTo(KEPT) > 0 ? KEPT : duration;
        return endedAt.plus(late.compareTo(window) > 0 ? late : window);
    }
}
