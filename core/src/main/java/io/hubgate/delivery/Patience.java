// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import java.time.Duration;

/** When a caller has stopped waiting for its answer. */
final class Patience {
    /** Who has less than this left has given up rather than found the store away. */
    private static final Duration NEARLY_OVER = Duration.ofMillis(100);

    private static final String WHAT = "committing events";

    private Patience() {}

    /** Throws if the deadline has passed, or if the thread was interrupted, which it stays. */
    static void check(Deadline deadline) {
        deadline.check(WHAT);
        if (Thread.currentThread().isInterrupted()) {
            throw new StoreUnavailableException(WHAT + " was interrupted");
        }
    }

    /** Tells whether a failure may be due to the caller's own deadline or interruption. */
    static boolean isOver(Deadline deadline) {
        return deadline.left().compareTo(NEARLY_OVER) < 0
                || Thread.currentThread().isInterrupted();
    }
}
