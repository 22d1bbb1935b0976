// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.InstanceStore;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a delivery that belongs into one lane, one piece for each instance.
 *
 * @param hub the hub
 * @param claimed whether an app owns it
 * @param pieces the pieces, of different instances
 */
record Sorted(TaskHubName hub, boolean claimed, List<Piece> pieces) {
    /** Sorts a delivery by hub and partition. Works on the caller's thread and needs no lock. */
    static Map<LaneKey, Sorted> byLane(List<HubEvents> delivery, Instant receivedAt, InstanceStore store) {
        Map<LaneKey, Sorted> lanes = new LinkedHashMap<>();
        for (HubEvents part : delivery) {
            String key = part.hub().key();
            for (Piece piece : pieces(part.events(), receivedAt)) {
                int partition = store.partitionOf(part.hub(), piece.news().id());
                lanes.computeIfAbsent(
                                new LaneKey(key, partition),
                                k -> new Sorted(part.hub(), part.claimed(), new ArrayList<>()))
                        .pieces()
                        .add(piece);
            }
        }
        return lanes;
    }

    private static List<Piece> pieces(List<LifecycleEvent> events, Instant receivedAt) {
        if (events.size() == 1) {
            return List.of(new Piece(InstanceRecord.of(events.get(0), receivedAt)));
        }
        Map<InstanceId, Piece> byInstance = new HashMap<>(events.size() * 2);
        List<Piece> pieces = new ArrayList<>(events.size());
        for (LifecycleEvent event : events) {
            InstanceRecord news = InstanceRecord.of(event, receivedAt);
            Piece before = byInstance.get(event.instance());
            if (before == null) {
                Piece piece = new Piece(news);
                byInstance.put(event.instance(), piece);
                pieces.add(piece);
            } else {
                before.add(news);
            }
        }
        return pieces;
    }

    static int events(List<HubEvents> delivery) {
        int events = 0;
        for (HubEvents part : delivery) {
            events += part.events().size();
        }
        return events;
    }
}
