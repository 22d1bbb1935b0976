// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.model.TaskHubName;
import io.hubgate.observe.HubgateListener;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.StoreUnavailableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes events durable, and those of concurrent callers together: one of the callers leads and writes a batch for all that wait before the
 * same partition of the same hub, the others follow. It has no threads of its own and adds no wait: who finds nobody leading writes at once.
 *
 * <p>Each queue is first come, first served. A leader serves until its own events are durable and then wakes the next one. A leader that
 * fails for a reason of its own (its deadline, an interruption, a defect) fails alone; what it had taken for others goes back to the front.
 *
 * <p>Thread-safe. One object for each store; a second one, here or in another process, is harmless and only loses races.
 */
public final class GroupCommit {
    private final InstanceStore store;
    private final InstanceTracker tracker;
    private final CommitLimits limits;
    private final HubgateListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<LaneKey, Lane> lanes = new HashMap<>();
    private int waiting;

    /**
     * Creates a group commit.
     *
     * @param store where the events go
     * @param limits how much memory it may use
     * @param listener hears of each batch; may throw
     */
    public GroupCommit(InstanceStore store, CommitLimits limits, HubgateListener listener) {
        this.store = store;
        this.tracker = new InstanceTracker(store, limits.cachedRecords());
        this.limits = limits;
        this.listener = HubgateListener.guarded(listener);
    }

    /**
     * Joins events into the records of their instances and returns when all of them are durable. Idempotent: after a failure some may be
     * durable, and committing all of them again is right.
     *
     * @param delivery the events, each hub at most once
     * @param receivedAt when they were received, on our clock
     * @param deadline when to give up, also while waiting for others
     * @throws StoreUnavailableException if the store cannot take them or not in time, if too many events wait already, or if the thread is
     *     interrupted, which it then stays
     */
    public void commit(List<HubEvents> delivery, Instant receivedAt, Deadline deadline) {
        Patience.check(deadline);
        Map<LaneKey, Sorted> sorted = Sorted.byLane(delivery, receivedAt, store);
        Ticket ticket = new Ticket(Sorted.events(delivery), deadline);
        lock.lock();
        try {
            admit(ticket, sorted);
            serve(ticket);
        } finally {
            leave(ticket);
            lock.unlock();
        }
        ticket.rethrow();
    }

    /**
     * Forgets what is remembered of a hub's instances. To be called when the hub's data was dropped.
     *
     * @param hub the hub
     */
    public void forget(TaskHubName hub) {
        tracker.forget(hub);
    }

    /** Returns how many events were taken and are neither durable nor given up. */
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private void admit(Ticket ticket, Map<LaneKey, Sorted> sorted) {
        if (waiting > 0 && waiting + ticket.events() > limits.waitingEvents()) {
            ticket.leave();
            throw new StoreUnavailableException(waiting + " events already wait to be stored");
        }
        waiting += ticket.events();
        sorted.forEach((key, part) -> {
            Lane lane = lanes.computeIfAbsent(key, k -> new Lane(k, part.hub()));
            Parcel parcel = new Parcel(ticket, lane, part.claimed(), part.pieces());
            lane.add(parcel);
            ticket.add(parcel);
        });
    }

    /** Leads where nobody does, sleeps where somebody does, until nothing of the ticket is left. */
    private void serve(Ticket ticket) {
        while (ticket.isOpen()) {
            ticket.checkPatience();
            Parcel orphan = ticket.needsLeader();
            if (orphan == null) {
                ticket.sleep(lock);
            } else {
                lead(orphan);
            }
        }
    }

    /** Leads a lane until the leader's own parcel has been taken out of it, then hands over. */
    private void lead(Parcel own) {
        Lane lane = own.lane();
        lane.setLed(true);
        try {
            while (own.isQueued() && own.ticket().isOpen()) {
                own.ticket().checkPatience();
                commitOne(lane, own.ticket());
            }
        } finally {
            lane.setLed(false);
            handOver(lane);
        }
    }

    private void commitOne(Lane lane, Ticket leader) {
        Batch batch = lane.take(store.maxBatch());
        int depth = waiting;
        StoreUnavailableException outage = null;
        lock.unlock();
        try {
            tracker.apply(batch, leader.deadline());
            listener.batchCommitted(batch.seen(depth));
        } catch (StoreUnavailableException e) {
            outage = e;
        } finally {
            // After any other exception this thread leaves with it, and what it held for others goes back into the
            // lane.
            lock.lock();
            settle(batch, leader, outage);
        }
    }

    private static void settle(Batch batch, Ticket leader, @Nullable StoreUnavailableException outage) {
        if (outage != null && Patience.isOver(leader.deadline())) {
            batch.settle(null);
            leader.fail(outage);
        } else {
            batch.settle(outage);
        }
    }

    /** Sees to it that a lane without leader has somebody awake who will lead it. */
    private void handOver(Lane lane) {
        if (lane.isIdle()) {
            lanes.remove(lane.key(), lane);
        } else if (!lane.isLed()) {
            Ticket next = lane.firstSleeper();
            if (next != null) {
                next.wake();
            }
        }
    }

    private void leave(Ticket ticket) {
        if (ticket.hasLeft()) {
            return;
        }
        ticket.leave();
        waiting -= ticket.events();
        if (ticket.isUndone()) {
            for (Parcel parcel : ticket.parcels()) {
                parcel.lane().remove(parcel);
                handOver(parcel.lane());
            }
        }
    }
}
