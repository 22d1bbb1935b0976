// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers until when each hub has been heard, durably, so that many events that say nothing new touch the hub once. Bounded; what is
 * forgotten costs one write. Thread-safe.
 */
final class HeardHubs {
    private static final int CAPACITY = 1_000;

    private record Heard(Instant receivedAt, Instant lastEventAt) {
        boolean covers(Heard other) {
            return !other.receivedAt.isAfter(receivedAt) && !other.lastEventAt.isAfter(lastEventAt);
        }

        Heard join(Heard other) {
            return new Heard(
                    other.receivedAt.isAfter(receivedAt) ? other.receivedAt : receivedAt,
                    other.lastEventAt.isAfter(lastEventAt) ? other.lastEventAt : lastEventAt);
        }
    }

    private final Map<String, Heard> hubs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Heard> eldest) {
            return size() > CAPACITY;
        }
    };

    synchronized boolean covers(Batch batch) {
        Heard heard = hubs.get(batch.hubKey());
        return heard != null && heard.covers(new Heard(batch.receivedAt(), batch.lastEventAt()));
    }

    synchronized void heard(Batch batch) {
        hubs.merge(batch.hubKey(), new Heard(batch.receivedAt(), batch.lastEventAt()), Heard::join);
    }

    synchronized void forget(String hubKey) {
        hubs.remove(hubKey);
    }
}
