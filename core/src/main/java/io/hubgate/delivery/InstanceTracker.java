// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.StoreFullException;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Joins events into stored records: load, join, write if nobody was faster, else load again. Since the join is idempotent, a write whose
 * outcome is unknown is simply made again on what is found. Thread-safe; one batch belongs to one caller.
 */
final class InstanceTracker {
    /** Somebody else made progress each time a race was lost, so this is far more than a sound store needs. */
    private static final int ATTEMPTS = 200;

    private final InstanceStore store;
    private final RecordCache cache;
    private final HeardHubs heardHubs = new HeardHubs();

    InstanceTracker(InstanceStore store, int cachedRecords) {
        this.store = store;
        this.cache = new RecordCache(cachedRecords);
    }

    /**
     * Writes a batch. When it returns, each row is durable or refused; when it throws, the batch tells which rows are durable.
     *
     * @throws StoreUnavailableException if the store is away, too slow, or answers nonsense
     */
    void apply(Batch batch, Deadline deadline) {
        cache.recall(batch);
        try {
            for (int attempt = 0; !batch.isFinished(); attempt++) {
                Patience.check(deadline);
                if (attempt == ATTEMPTS) {
                    throw new StoreUnavailableException("lost " + ATTEMPTS + " races in a row for hub " + batch.hub());
                }
                load(batch, deadline);
                write(batch, deadline);
            }
        } finally {
            cache.keep(batch);
        }
        heardHubs.heard(batch);
    }

    void forget(TaskHubName hub) {
        cache.forget(hub);
        heardHubs.forget(hub.key());
    }

    private void load(Batch batch, Deadline deadline) {
        List<Row> unknown = new ArrayList<>(0);
        List<InstanceId> ids = new ArrayList<>(0);
        for (Row row : batch.rows()) {
            if (row.mustLoad()) {
                unknown.add(row);
                ids.add(row.news().id());
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        Map<InstanceId, Versioned<InstanceRecord>> found = store.find(batch.hub(), ids, deadline);
        for (Row row : unknown) {
            row.loaded(found.get(row.news().id()));
        }
    }

    private void write(Batch batch, Deadline deadline) {
        List<Row> open = new ArrayList<>(batch.rows().size());
        List<InstanceWrite> writes = new ArrayList<>(batch.rows().size());
        for (Row row : batch.rows()) {
            InstanceWrite write = row.isOpen() ? row.nextWrite() : null;
            if (write != null) {
                open.add(row);
                writes.add(write);
            }
        }
        if (!writes.isEmpty() || (!batch.isHeard() && !heardHubs.covers(batch))) {
            send(batch, open, writes, deadline);
        } else {
            batch.hubWasHeard();
        }
    }

    private void send(Batch batch, List<Row> open, List<InstanceWrite> writes, Deadline deadline) {
        try {
            List<WriteResult> results = store.write(batch.of(writes), deadline);
            batch.hubWasHeard();
            for (int i = 0; i < writes.size(); i++) {
                batch.raceEnded(open.get(i).wrote(writes.get(i), results.get(i)));
            }
        } catch (UnknownOutcomeException e) {
            open.forEach(Row::lostSight);
        } catch (StoreFullException e) {
            refuse(open, e);
        }
    }

    /** A full store refuses new instances; they must not keep it from hearing that others have finished. */
    private static void refuse(List<Row> open, StoreFullException full) {
        List<Row> creates = open.stream().filter(Row::isCreate).toList();
        if (creates.isEmpty()) {
            throw full;
        }
        creates.forEach(row -> row.refuse(full));
    }
}
