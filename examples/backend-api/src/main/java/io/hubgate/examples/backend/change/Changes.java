// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.change;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells a bounded number of followers that something changed. What happens between two questions of a follower is merged, so a slow one
 * costs no memory. Thread-safe.
 */
public final class Changes implements AutoCloseable {
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Creates changes without followers. */
    public Changes() {}

    /**
     * Returns one more follower, unless there are too many already.
     *
     * @param most how many followers of its kind there may be
     * @param kind what it follows for
     * @return a follower, to be closed; or empty
     */
    public synchronized Optional<Follower> follow(Kind kind, int most) {
        if (count(kind) >= most || closed.get()) {
            return Optional.empty();
        }
        Follower follower = new Follower(kind);
        followers.add(follower);
        return Optional.of(follower);
    }

    /**
     * Returns how many followers of a kind there are now.
     *
     * @param kind what they follow for
     * @return the number
     */
    public int count(Kind kind) {
        return (int) followers.stream().filter(f -> f.kind == kind).count();
    }

    void publish(Change change) {
        followers.forEach(follower -> follower.add(change));
    }

    /**
     * Tells whether the backend stops, so that nobody should wait any more.
     *
     * @return true once it does
     */
    public boolean isClosed() {
        return closed.get();
    }

    /** Lets every follower go. */
    @Override
    public void close() {
        closed.set(true);
        followers.forEach(Follower::wake);
    }

    /** What a follower follows for; each kind has a bound of its own. */
    public enum Kind {
        /** A caller that waits for a verdict. */
        WAITER,
        /** A page. */
        PAGE
    }

    /** Somebody who wants to know. Used by one thread. */
    public final class Follower implements AutoCloseable {
        private final Kind kind;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition news = lock.newCondition();
        private Change pending = Change.NONE;

        private Follower(Kind kind) {
            this.kind = kind;
        }

        /**
         * Waits for a change.
         *
         * @param longest how long at most
         * @return everything that happened since the last question; nothing if the time is up or the backend stops
         * @throws InterruptedException if the thread is interrupted
         */
        public Change await(Duration longest) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = longest.toNanos();
                while (pending.isNothing() && left > 0 && !closed.get()) {
                    left = news.awaitNanos(left);
                }
                Change change = pending;
                pending = Change.NONE;
                return change;
            } finally {
                lock.unlock();
            }
        }

        /**
         * Lets some time pass, so that what comes in quick succession is looked at once.
         *
         * @param time how long
         * @throws InterruptedException if the thread is interrupted
         */
        public void rest(Duration time) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = time.toNanos();
                while (left > 0 && !closed.get()) {
                    left = news.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
        }

        private void add(Change change) {
            lock.lock();
            try {
                pending = pending.and(change);
                news.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void wake() {
            lock.lock();
            try {
                news.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            followers.remove(this);
        }
    }
}
