// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One request that waits on the {@link Wire} until a test lets it go. */
final class Hold {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean reached;

    /** Waits here, on the thread of the request. */
    void stop() {
        reached = true;
        arrived.countDown();
        await(released);
    }

    /** Says that the operation ended without ever sending this request. */
    void giveUp() {
        arrived.countDown();
    }

    /** Waits until the request waits here, or its operation ended without it; tells which. */
    boolean isReached() {
        await(arrived);
        return reached;
    }

    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing happened for " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a request was held", e);
        }
    }
}
