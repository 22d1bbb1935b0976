// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.InstanceId;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The finished instances of one hub: a {@link FinishedTable} for each partition, so that only a part grows at a time. Not thread-safe. */
final class FinishedInstances {
    private final InstanceHash hash;
    private final @Nullable FinishedTable[] tables = new FinishedTable[Partitions.COUNT];

    /** Those few whose values do not fit into a table. */
    private final Map<InstanceId, StoredInstance> odd = new HashMap<>();

    FinishedInstances(InstanceHash hash) {
        this.hash = hash;
    }

    int size() {
        int size = odd.size();
        for (FinishedTable table : tables) {
            size += table == null ? 0 : table.size();
        }
        return size;
    }

    @Nullable
    StoredInstance find(InstanceId id) {
        FinishedTable table = tables[Partitions.of(id)];
        StoredInstance found = table == null ? null : table.find(hash.of(id.value()));
        return found != null || odd.isEmpty() ? found : odd.get(id);
    }

    void put(InstanceId id, StoredInstance instance) {
        remove(id);
        if (instance instanceof FinishedInstance finished) {
            table(Partitions.of(id)).put(hash.of(id.value()), finished);
        } else {
            odd.put(id, instance);
        }
    }

    void remove(InstanceId id) {
        FinishedTable table = tables[Partitions.of(id)];
        if (table != null) {
            table.remove(hash.of(id.value()));
        }
        odd.remove(id);
    }

    private FinishedTable table(int partition) {
        FinishedTable table = tables[partition];
        if (table == null) {
            table = new FinishedTable();
            tables[partition] = table;
        }
        return table;
    }

    /** Forgets those received before a moment and returns how many there were. */
    int forget(Instant receivedBefore) {
        int forgotten = 0;
        // Receipts were rounded up to a second: such an instance may be kept a second longer, never shorter.
        long second = FinishedInstance.roundedUp(receivedBefore);
        for (FinishedTable table : tables) {
            forgotten += table == null ? 0 : table.forget(second);
        }
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
        FinishedInstances copy = new FinishedInstances(hash);
        for (int i = 0; i < tables.length; i++) {
            FinishedTable table = tables[i];
            copy.tables[i] = table == null ? null : table.copy();
        }
        copy.odd.putAll(odd);
        return copy;
    }
}
