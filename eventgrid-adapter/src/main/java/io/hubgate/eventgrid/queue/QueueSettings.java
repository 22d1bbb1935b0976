// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import io.hubgate.error.InvalidValueException;
import java.time.Duration;

/**
 * How a queue is read. Immutable and thread-safe.
 *
 * @param visibility how long a received message is hidden from other consumers, 1 s to 7 days; by default 1 min. A message that could not be
 *     kept comes again after it
 * @param takeWithin how long the sink has for the messages of one round, and a call to the queue for its answer: more than nothing and less
 *     than {@code visibility}; by default 20 s
 * @param mostDeliveries how often a message may be received before it is taken on its own, and moved aside if it then fails for a reason of its
 *     own; at least 1; by default 10
 * @param idlePause the longest pause while the queue is empty, more than nothing; by default 5 s. Pauses begin at a tenth of a second and double
 * @param failurePause the longest pause after failures, more than nothing; by default 30 s. Pauses begin at one second and double
 */
public record QueueSettings(
        Duration visibility, Duration takeWithin, int mostDeliveries, Duration idlePause, Duration failurePause) {
    private static final Duration LONGEST_VISIBILITY = Duration.ofDays(7);

    private static final QueueSettings DEFAULTS = new QueueSettings(
            Duration.ofMinutes(1), Duration.ofSeconds(20), 10, Duration.ofSeconds(5), Duration.ofSeconds(30));

    /**
     * Checks the values.
     *
     * @throws InvalidValueException if one is out of its range
     */
    public QueueSettings {
        if (visibility.compareTo(Duration.ofSeconds(1)) < 0 || visibility.compareTo(LONGEST_VISIBILITY) > 0) {
            throw new InvalidValueException("messages hidden for " + visibility, "give 1 s to 7 days");
        }
        if (!isPositive(takeWithin) || takeWithin.compareTo(visibility) >= 0) {
            throw new InvalidValueException(
                    "messages taken within " + takeWithin, "give more than no time and less than " + visibility);
        }
        if (mostDeliveries < 1) {
            throw new InvalidValueException("at most " + mostDeliveries + " deliveries", "give at least 1");
        }
        if (!isPositive(idlePause) || !isPositive(failurePause)) {
            throw new InvalidValueException(
                    "pauses of " + idlePause + " and " + failurePause, "give more than no time for each");
        }
    }

    /**
     * Returns the defaults.
     *
     * @return settings that suit the queue destination of Event Grid
     */
    public static QueueSettings defaults() {
        return DEFAULTS;
    }

    /**
     * Returns these settings with other times for a round.
     *
     * @param hidden how long a received message is hidden
     * @param taken how long the sink and each call to the queue have
     * @return the new settings
     */
    public QueueSettings withTimes(Duration hidden, Duration taken) {
        return new QueueSettings(hidden, taken, mostDeliveries, idlePause, failurePause);
    }

    /**
     * Returns these settings with another limit of deliveries.
     *
     * @param most how often a message may be received before it is taken on its own
     * @return the new settings
     */
    public QueueSettings withMostDeliveries(int most) {
        return new QueueSettings(visibility, takeWithin, most, idlePause, failurePause);
    }

    /**
     * Returns these settings with other pauses.
     *
     * @param idle the longest pause while the queue is empty
     * @param failure the longest pause after failures
     * @return the new settings
     */
    public QueueSettings withPauses(Duration idle, Duration failure) {
        return new QueueSettings(visibility, takeWithin, mostDeliveries, idle, failure);
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }
}
