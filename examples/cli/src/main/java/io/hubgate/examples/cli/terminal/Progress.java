// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line on a terminal that says what is awaited and for how long. It is written over itself, appears only when the wait is long enough to
 * be felt, and is gone when the wait is over. Thread-safe.
 */
final class Progress implements Wait {
    private static final long FIRST_MILLIS = 400;
    private static final long EVERY_MILLIS = 250;
    /** Empties the line of the terminal. */
    static final String CLEAR = "\r\u001B[K";

    private final PrintStream out;
    private final InstantSource clock;
    private final Instant begin;
    private final Function<Duration, String> line;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
    private @Nullable Future<?> ticking;
    private boolean shown;
    private boolean closed;

    Progress(PrintStream out, InstantSource clock, Function<Duration, String> line) {
        this.out = out;
        this.clock = clock;
        this.begin = clock.instant();
        this.line = line;
    }

    Progress begin() {
        ticking = ticks.scheduleAtFixedRate(this::print, FIRST_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }

    private synchronized void print() {
        if (!closed) {
            shown = true;
            out.print(CLEAR + line.apply(Duration.between(begin, clock.instant())));
            out.flush();
        }
    }

    private synchronized void clear() {
        closed = true;
        if (shown) {
            out.print(CLEAR);
            out.flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        ticks.shutdownNow();
        clear();
    }
}
