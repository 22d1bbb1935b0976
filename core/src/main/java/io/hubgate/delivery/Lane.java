// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.model.TaskHubName;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The queue before one partition of one hub, first come, first served. At most one leader writes for it at a time. Guarded by the lock of
 * {@link GroupCommit}.
 */
final class Lane {
    private final LaneKey key;
    private final TaskHubName hub;
    private final Deque<Parcel> queue = new ArrayDeque<>();
    private boolean led;

    Lane(LaneKey key, TaskHubName hub) {
        this.key = key;
        this.hub = hub;
    }

    LaneKey key() {
        return key;
    }

    TaskHubName hub() {
        return hub;
    }

    boolean isLed() {
        return led;
    }

    void setLed(boolean now) {
        led = now;
    }

    boolean isIdle() {
        return !led && queue.isEmpty();
    }

    void add(Parcel parcel) {
        queue.addLast(parcel);
    }

    /** Takes a parcel out whose delivery has given up. */
    void remove(Parcel parcel) {
        if (parcel.isQueued()) {
            queue.remove(parcel);
        }
    }

    /** Puts a parcel back before all others, from the given place on. */
    void putBack(Parcel parcel, int from) {
        if (!parcel.isQueued()) {
            queue.addFirst(parcel);
        }
        parcel.moveTo(from);
    }

    /** Takes from the front what fits into one batch. */
    Batch take(int maxBatch) {
        Batch batch = new Batch(this, maxBatch);
        Parcel head = queue.peekFirst();
        while (head != null && batch.takeAll(head)) {
            queue.removeFirst();
            head = queue.peekFirst();
        }
        return batch;
    }

    /** Returns the first in the queue who sleeps, or null if all are awake and will look here themselves. */
    @Nullable
    Ticket firstSleeper() {
        for (Parcel parcel : queue) {
            if (parcel.ticket().isAsleep()) {
                return parcel.ticket();
            }
        }
        return null;
    }
}
