// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.store.Deadline;
import io.hubgate.store.StoreFullException;
import io.hubgate.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** One delivery from its admission until all of it is durable or it gives up. Guarded by the lock of {@link GroupCommit}. */
final class Ticket {
    /** A sleeper looks at its deadline's clock at least this often. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final Deadline deadline;
    private final int events;
    private final List<Parcel> parcels = new ArrayList<>();
    private int undone;
    private boolean asleep;
    private boolean left;
    private @Nullable Condition wakeUp;
    private @Nullable StoreUnavailableException failure;

    Ticket(int events, Deadline deadline) {
        this.events = events;
        this.deadline = deadline;
    }

    int events() {
        return events;
    }

    Deadline deadline() {
        return deadline;
    }

    List<Parcel> parcels() {
        return parcels;
    }

    void add(Parcel parcel) {
        parcels.add(parcel);
        undone++;
    }

    boolean isOpen() {
        return undone > 0 && failure == null;
    }

    boolean isUndone() {
        return undone > 0;
    }

    /** Returns a parcel that waits in a lane without leader, or null if all that is left is in other hands. */
    @Nullable
    Parcel needsLeader() {
        for (Parcel parcel : parcels) {
            if (parcel.isQueued() && !parcel.lane().isLed()) {
                return parcel;
            }
        }
        return null;
    }

    void parcelDone() {
        undone--;
        if (undone == 0) {
            wake();
        }
    }

    void fail(StoreUnavailableException cause) {
        if (failure == null) {
            failure = cause;
            wake();
        }
    }

    void leave() {
        left = true;
    }

    boolean hasLeft() {
        return left;
    }

    boolean isAsleep() {
        return asleep;
    }

    void wake() {
        if (asleep && wakeUp != null) {
            asleep = false;
            wakeUp.signal();
        }
    }

    /** Sleeps until woken, interrupted, or the deadline. */
    void sleep(Lock lock) {
        if (wakeUp == null) {
            wakeUp = lock.newCondition();
        }
        Duration left = deadline.left();
        long nanos = (left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP).toNanos();
        asleep = true;
        try {
            while (asleep && nanos > 0) {
                nanos = wakeUp.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            asleep = false;
        }
    }

    /** Gives up if the deadline has passed or the thread was interrupted. */
    void checkPatience() {
        Patience.check(deadline);
    }

    /** Throws what made this delivery fail, if anything did: anew, since several threads may hold the same failure. */
    void rethrow() {
        StoreUnavailableException cause = failure;
        if (cause instanceof StoreFullException full) {
            throw new StoreFullException(String.valueOf(full.getMessage()), full.fix());
        }
        if (cause != null) {
            throw new StoreUnavailableException(String.valueOf(cause.getMessage()), cause);
        }
    }
}
