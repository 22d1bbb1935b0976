// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A lock that is waited for no longer than a deadline allows, and not at all by a thread that was interrupted (rule S-13). */
final class DeadlineLock {
    /** Longer waits than this are cut, so that a deadline at the end of time does not overflow. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final ReentrantLock lock = new ReentrantLock();

    /** Does the work while holding the lock. */
    <T> T with(Deadline deadline, String what, Supplier<T> work) {
        acquire(deadline, what);
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does the work, which has no result, while holding the lock. */
    void run(Deadline deadline, String what, Runnable work) {
        acquire(deadline, what);
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the lock; whoever takes it so must {@link #release} it. */
    void acquire(Deadline deadline, String what) {
        deadline.check(what);
        try {
            if (!lock.tryLock(wait(deadline).toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreUnavailableException(what + " did not end before its deadline");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(what + " was interrupted", e);
        }
    }

    /** Gives up as the lock would, where there is nothing to lock. */
    static void check(Deadline deadline, String what) {
        deadline.check(what);
        if (Thread.currentThread().isInterrupted()) {
            throw new StoreUnavailableException(what + " was interrupted");
        }
    }

    void release() {
        lock.unlock();
    }

    private static Duration wait(Deadline deadline) {
        Duration left = deadline.left();
        return left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
    }
}
