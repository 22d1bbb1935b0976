// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import java.time.Duration;

/** How long to pause before the next round. Immutable. */
record Pace(QueueSettings settings, Mood mood, Duration pause) {
    private static final Duration FIRST_IDLE = Duration.ofMillis(100);
    private static final Duration FIRST_FAILURE = Duration.ofSeconds(1);

    /** How the last round went. */
    private enum Mood {
        BUSY,
        IDLE,
        FAILING
    }

    static Pace begin(QueueSettings settings) {
        return new Pace(settings, Mood.BUSY, Duration.ZERO);
    }

    Pace after(ReceiveReport report) {
        if (report.left() > 0) {
            return afterFailure();
        }
        return report.received() > 0 ? begin(settings) : longer(Mood.IDLE, FIRST_IDLE, settings.idlePause());
    }

    Pace afterFailure() {
        return longer(Mood.FAILING, FIRST_FAILURE, settings.failurePause());
    }

    private Pace longer(Mood next, Duration first, Duration most) {
        Duration wanted = mood == next ? pause.multipliedBy(2) : first;
        return new Pace(settings, next, wanted.compareTo(most) < 0 ? wanted : most);
    }
}
