// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When the requests to one account began and begin: a sliding second. */
final class Pace {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration CALM = Duration.ofSeconds(30);

    /** A reservation further ahead than this was made before the clock was set back. */
    private static final Duration ABSURD = Duration.ofMinutes(5);

    private final int most;
    private final List<Instant> begun = new ArrayList<>();
    private int rate;
    private Instant raiseAt = Instant.MAX;

    Pace(int most) {
        this.most = most;
        this.rate = most;
    }

    synchronized Instant next(Instant now) {
        int allowed = rate(now);
        if (!begun.isEmpty() && begun.get(begun.size() - 1).isAfter(now.plus(ABSURD))) {
            begun.clear();
        }
        Instant at = now;
        if (begun.size() >= allowed) {
            Instant free = begun.get(begun.size() - allowed).plus(SECOND);
            at = free.isAfter(now) ? free : now;
        }
        if (!begun.isEmpty() && begun.get(begun.size() - 1).isAfter(at)) {
            at = begun.get(begun.size() - 1);
        }
        begun.add(at);
        if (begun.size() > most) {
            begun.remove(0);
        }
        return at;
    }

    synchronized void halve(Instant now) {
        rate = Math.max(1, rate(now) / 2);
        raiseAt = now.plus(CALM);
    }

    synchronized int rate(Instant now) {
        while (rate < most && !now.isBefore(raiseAt)) {
            rate = Math.min(most, rate * 2);
            raiseAt = raiseAt.plus(CALM);
        }
        return rate;
    }
}
