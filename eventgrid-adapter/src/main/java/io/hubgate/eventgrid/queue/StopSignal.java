// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import java.time.Duration;

/** Tells a receiver when to stop, and lets it wait for that: the only thing it ever waits by. Implementations are thread-safe. */
public interface StopSignal {
    /**
     * Tells whether to stop.
     *
     * @return true once and for all
     */
    boolean isStopped();

    /**
     * Waits for the signal.
     *
     * @param atMost how long, more than nothing
     * @throws InterruptedException if the thread is interrupted, which means to stop too
     */
    void await(Duration atMost) throws InterruptedException;
}
