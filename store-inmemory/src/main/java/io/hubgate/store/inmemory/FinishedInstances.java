// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.InstanceId;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The finished instances of one hub. Not thread-safe. */
final class FinishedInstances {
    private final InstanceHash hash;
    private final FinishedTables tables;

    /** Those few whose values do not fit into a table. */
    private final Map<InstanceId, StoredInstance> odd = new HashMap<>();

    FinishedInstances(InstanceHash hash) {
        this(hash, new FinishedTables());
    }

    private FinishedInstances(InstanceHash hash, FinishedTables tables) {
        this.hash = hash;
        this.tables = tables;
    }

    int size() {
        return tables.size() + odd.size();
    }

    @Nullable
    StoredInstance find(InstanceId id) {
        StoredInstance found = tables.find(hash.of(id.value()));
        return found != null || odd.isEmpty() ? found : odd.get(id);
    }

    void put(InstanceId id, StoredInstance instance) {
        if (instance instanceof FinishedInstance finished) {
            odd.remove(id);
            tables.put(hash.of(id.value()), finished);
        } else {
            tables.remove(hash.of(id.value()));
            odd.put(id, instance);
        }
    }

    void remove(InstanceId id) {
        tables.remove(hash.of(id.value()));
        odd.remove(id);
    }

    /** Forgets those received before a moment and returns how many there were. */
    int forget(Instant receivedBefore) {
        // Receipts were rounded up to a second: such an instance may be kept a second longer, never shorter.
        int forgotten = tables.forget(FinishedInstance.roundedUp(receivedBefore));
        int before = odd.size();
        odd.entrySet().removeIf(e -> received(e).isBefore(receivedBefore));
        return forgotten + before - odd.size();
    }

    private static Instant received(Map.Entry<InstanceId, StoredInstance> entry) {
        InstanceRecord record = entry.getValue().record(entry.getKey());
        return record.receivedAt();
    }

    FinishedInstances emptied() {
        return new FinishedInstances(hash);
    }

    FinishedInstances copy() {
        FinishedInstances copy = new FinishedInstances(hash, tables.copy());
        copy.odd.putAll(odd);
        return copy;
    }
}
