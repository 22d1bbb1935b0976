// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.Hubgate;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Events of a few instances in a random order, and the plain truth about them: an instance is active if its latest event says so. Each event has
 * a time of its own.
 */
record Traffic(List<LifecycleEvent> events) {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SENDS = 500;

    static Traffic seeded(TaskHubName hub, long seed, int instances, int events) {
        Random random = new Random(seed);
        List<LifecycleEvent> all = new ArrayList<>();
        for (int n = 0; n < events; n++) {
            RuntimeStatus status = random.nextInt(3) > 0 ? RuntimeStatus.COMPLETED : RuntimeStatus.RUNNING;
            all.add(event(hub, "order-" + random.nextInt(instances), status, NOON.plusMillis(n)));
        }
        Collections.shuffle(all, random);
        return new Traffic(all);
    }

    static LifecycleEvent event(TaskHubName hub, String id, RuntimeStatus status, Instant at) {
        return new LifecycleEvent(hub, new InstanceId(id), new OrchestratorName("Checkout"), status, at, "");
    }

    Set<String> active() {
        Map<String, LifecycleEvent> latest = new HashMap<>();
        for (LifecycleEvent event : events) {
            latest.merge(
                    event.instance().value(),
                    event,
                    (one, other) -> one.eventTime().isAfter(other.eventTime()) ? one : other);
        }
        Set<String> active = new TreeSet<>();
        latest.forEach((id, event) -> {
            if (!event.status().isTerminal()) {
                active.add(id);
            }
        });
        return active;
    }

    /** Returns the deliveries of one of several senders; every event goes to one of them. */
    List<List<LifecycleEvent>> deliveries(int sender, int senders, int size) {
        List<List<LifecycleEvent>> some = new ArrayList<>();
        for (int from = sender * size; from < events.size(); from += senders * size) {
            some.add(events.subList(from, Math.min(events.size(), from + size)));
        }
        return some;
    }

    /** Sends a delivery as Event Grid does: until it is acknowledged. */
    static void send(Hubgate hubgate, List<LifecycleEvent> delivery) {
        List<IncomingEvent> parsed = new ArrayList<>();
        delivery.forEach(event -> parsed.add(new IncomingEvent.Parsed(event)));
        for (int n = 0; n < SENDS; n++) {
            try {
                hubgate.take(parsed, PATIENCE);
                return;
            } catch (StoreUnavailableException e) {
                // Not acknowledged, so it comes again.
            }
        }
        throw new IllegalStateException("not acknowledged after " + SENDS + " times");
    }
}
