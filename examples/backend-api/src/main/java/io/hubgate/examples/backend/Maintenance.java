// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import io.hubgate.model.Text;
import io.hubgate.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something now and then, on a thread of its own; core starts none. */
final class Maintenance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final int PARTS = 100;

    private final ScheduledExecutorService thread;
    private final String name;

    Maintenance(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** A hundredth of the horizon between two rounds, within reason: what is forgotten a little late costs a little memory. */
    static Duration pauseFor(Duration horizon) {
        Duration part = horizon.dividedBy(PARTS);
        if (part.compareTo(OFTEN) < 0) {
            return OFTEN;
        }
        return part.compareTo(SELDOM) > 0 ? SELDOM : part;
    }

    /** Does it for the first time when a pause has passed. */
    void every(Duration pause, Runnable work) {
        every(pause, pause, work);
    }

    /** Does it for the first time at once. */
    void fromNowOnEvery(Duration pause, Runnable work) {
        every(Duration.ZERO, pause, work);
    }

    private void every(Duration first, Duration pause, Runnable work) {
        // A task that throws would never be run again.
        var unused = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (StoreUnavailableException e) {
                        LOG.warn("{} failed and is tried again later: {}{}; {}", name, e.getMessage(), why(e), e.fix());
                    } catch (RuntimeException e) {
                        LOG.warn("{} failed and is tried again later", name, e);
                    }
                },
                first.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** What the line said, such as the host that is not known: it is for those who run the server, not for its callers. */
    private static String why(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return " (" + Text.escaped(cause.toString()) + ")";
            }
        }
        return "";
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
