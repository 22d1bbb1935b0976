// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * Moves recorded times to the present, and faster.
 *
 * @param recordedBegin when the recording began
 * @param replayBegin when the replay began
 * @param speed how many times faster it is replayed
 * @param clock what tells the time
 */
record Pace(Instant recordedBegin, Instant replayBegin, double speed, Clock clock) {
    Instant replayed(Instant recorded) {
        Duration since = Duration.between(recordedBegin, recorded);
        return replayBegin.plusNanos(Math.round(since.toNanos() / speed));
    }

    /** Waits until a recorded moment has come. */
    void await(Instant recorded) {
        Instant due = replayed(recorded);
        for (Duration left = Duration.between(clock.instant(), due);
                left.compareTo(Duration.ZERO) > 0 && !Thread.currentThread().isInterrupted();
                left = Duration.between(clock.instant(), due)) {
            LockSupport.parkNanos(left.toNanos());
        }
    }

    /** How long the replay has been going. */
    Duration elapsed() {
        return Duration.between(replayBegin, clock.instant());
    }
}
