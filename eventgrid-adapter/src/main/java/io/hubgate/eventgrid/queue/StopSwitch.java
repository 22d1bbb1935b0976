// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A signal that is given by a call, and ends a wait at once. One may stop any number of receivers. Thread-safe. */
public final class StopSwitch implements StopSignal {
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Creates a switch that is not thrown. */
    public StopSwitch() {}

    /** Gives the signal; again does nothing. */
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** @throws InterruptedException if the thread is interrupted */
    @Override
    @SuppressWarnings("CheckReturnValue") // who waits asks afterwards
    public void await(Duration atMost) throws InterruptedException {
        stopped.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
