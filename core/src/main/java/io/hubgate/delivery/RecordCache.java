// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Versioned;
import io.hubgate.tracking.InstanceRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the records that were written or read last, up to a number. What it remembers may be old: a write on an old revision loses its
 * race, and what an old record covers the newer one covers too. Thread-safe.
 */
final class RecordCache {
    private record Key(String hub, InstanceId instance) {}

    private final Map<Key, Versioned<InstanceRecord>> records;

    RecordCache(int capacity) {
        records = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Versioned<InstanceRecord>> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Tells each row of a batch what is remembered of its instance. */
    synchronized void recall(Batch batch) {
        String hub = batch.hubKey();
        for (Row row : batch.rows()) {
            row.recall(records.get(new Key(hub, row.news().id())));
        }
    }

    /** Remembers the rows that are durable and forgets the others. */
    synchronized void keep(Batch batch) {
        String hub = batch.hubKey();
        for (Row row : batch.rows()) {
            Versioned<InstanceRecord> stored = batch.isHeard() && row.isJoined() ? row.stored() : null;
            put(new Key(hub, row.news().id()), stored);
        }
    }

    private void put(Key key, @Nullable Versioned<InstanceRecord> stored) {
        if (stored == null) {
            records.remove(key);
        } else {
            records.put(key, stored);
        }
    }

    synchronized void forget(TaskHubName hub) {
        String key = hub.key();
        records.keySet().removeIf(k -> k.hub().equals(key));
    }

    synchronized int size() {
        return records.size();
    }
}
