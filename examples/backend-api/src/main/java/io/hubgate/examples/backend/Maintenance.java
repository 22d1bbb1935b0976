// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets finished instances now and then, on a thread of its own; core starts none. */
final class Maintenance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final int PARTS = 100;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "maintenance");
        daemon.setDaemon(true);
        return daemon;
    });

    /** A hundredth of the horizon between two rounds, within reason: what is forgotten a little late costs a little memory. */
    static Duration pauseFor(Duration horizon) {
        Duration part = horizon.dividedBy(PARTS);
        if (part.compareTo(OFTEN) < 0) {
            return OFTEN;
        }
        return part.compareTo(SELDOM) > 0 ? SELDOM : part;
    }

    void every(Duration pause, Runnable work) {
        // A task that throws would never be run again.
        var unused = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.warn("maintenance failed and is tried again later", e);
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
