// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.error.HubgateException;
import io.hubgate.observe.HubgateListener;
import io.hubgate.store.Deadline;
import io.hubgate.tracking.LifecycleEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes deliveries of events: what it has returned for is durable (rule E-1), and one event that cannot be understood never fails its
 * neighbours (E-2). Those of a hub whose data is being removed are reported as late starts and not stored (E-7).
 *
 * <p>Thread-safe; works on the caller's thread, together with those of concurrent deliveries (E-5). Idempotent but for the quarantine: a
 * delivery that failed may come again whole.
 */
public final class Intake {
    private final GroupCommit commit;
    private final Quarantine quarantine;
    private final HubDirectory hubs;
    private final InstantSource clock;
    private final HubgateListener listener;

    /**
     * Creates an intake.
     *
     * @param commit where understood events go
     * @param quarantine where the others go
     * @param hubs knows where the events of a hub belong
     * @param clock tells when a delivery is received
     * @param listener hears of each delivery; may throw
     */
    public Intake(
            GroupCommit commit,
            Quarantine quarantine,
            HubDirectory hubs,
            InstantSource clock,
            HubgateListener listener) {
        this.commit = commit;
        this.quarantine = quarantine;
        this.hubs = hubs;
        this.clock = clock;
        this.listener = HubgateListener.guarded(listener);
    }

    /**
     * Takes a delivery: returns when every event in it is durable or needs not be.
     *
     * @param events what a parser made of it
     * @param deadline when to give up
     * @return what became of the events
     * @throws io.hubgate.store.StoreUnavailableException if the store cannot take them or not in time, if too many events wait already, or
     *     if the thread is interrupted, which it then stays: the delivery is to come again
     */
    public DeliveryReport take(List<IncomingEvent> events, Deadline deadline) {
        try {
            DeliveryReport report = store(new Sorting(events, clock.instant()), deadline);
            listener.deliveryTaken(report.accepted(), report.ignored(), report.quarantined());
            return report;
        } catch (HubgateException e) {
            listener.deliveryFailed(events.size(), e);
            throw e;
        }
    }

    /** Understood events first: should the quarantine be full, they are at least in, and may come again. */
    private DeliveryReport store(Sorting sorting, Deadline deadline) {
        List<HubEvents> kept = new ArrayList<>();
        List<LifecycleEvent> late = new ArrayList<>(0);
        for (Sorting.Group group : sorting.groups()) {
            HubPlace place = hubs.placeOf(group.hub(), deadline);
            if (place == HubPlace.CLOSED) {
                late.addAll(group.events());
            } else {
                kept.add(new HubEvents(group.hub(), place == HubPlace.CLAIMED, group.events()));
            }
        }
        commit.commit(kept, sorting.receivedAt(), deadline);
        quarantine.add(sorting.malformed(), sorting.receivedAt(), deadline);
        late.forEach(listener::lateStart);
        sorting.malformed().forEach(bad -> listener.eventQuarantined(bad.hub(), bad.reason()));
        return sorting.report();
    }
}
