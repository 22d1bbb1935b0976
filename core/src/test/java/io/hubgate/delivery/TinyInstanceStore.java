// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.Page;
import io.hubgate.store.Revision;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.TrackedHub;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The least store on which deliveries can be tested: one lock, no caps. It keeps what was asked of it. */
@NullMarked
final class TinyInstanceStore implements InstanceStore {
    private final int maxBatch;
    private final int partitions;
    private final Map<TaskHubName, Map<InstanceId, Versioned<InstanceRecord>>> hubs = new HashMap<>();
    private final Map<TaskHubName, Instant> heard = new HashMap<>();
    private final List<InstanceBatch> batches = new ArrayList<>();
    private int finds;
    private long revisions;

    TinyInstanceStore(int maxBatch, int partitions) {
        this.maxBatch = maxBatch;
        this.partitions = partitions;
    }

    @Override
    public int maxBatch() {
        return maxBatch;
    }

    @Override
    public int partitionOf(TaskHubName hub, InstanceId instance) {
        return Math.floorMod(instance.value().hashCode(), partitions);
    }

    @Override
    public synchronized Map<InstanceId, Versioned<InstanceRecord>> find(
            TaskHubName hub, Collection<InstanceId> instances, Deadline deadline) {
        check(deadline);
        finds++;
        Map<InstanceId, Versioned<InstanceRecord>> found = new HashMap<>(records(hub));
        found.keySet().retainAll(instances);
        return found;
    }

    @Override
    public synchronized List<WriteResult> write(InstanceBatch batch, Deadline deadline) {
        check(deadline);
        if (batch.writes().stream().map(w -> w.record().id()).distinct().count() > maxBatch) {
            throw new IllegalArgumentException("too many instances in a batch");
        }
        batches.add(batch);
        heard.merge(batch.hub(), batch.receivedAt(), (a, b) -> a.isAfter(b) ? a : b);
        return batch.writes().stream().map(write -> write(batch, write)).toList();
    }

    private WriteResult write(InstanceBatch batch, InstanceWrite write) {
        InstanceId id = write.record().id();
        if (partitionOf(batch.hub(), id) != batch.partition()) {
            throw new IllegalArgumentException("wrong partition");
        }
        Map<InstanceId, Versioned<InstanceRecord>> records = hubs.computeIfAbsent(batch.hub(), hub -> new HashMap<>());
        Versioned<InstanceRecord> stored = records.get(id);
        Revision expected = write.expected();
        if (expected == null && stored != null) {
            return new WriteResult.AlreadyExists();
        }
        if (expected != null && stored == null) {
            return new WriteResult.NotFound();
        }
        if (stored != null && !stored.revision().equals(expected)) {
            return new WriteResult.RevisionMismatch();
        }
        Revision revision = new Revision("r" + ++revisions);
        records.put(id, new Versioned<>(write.record(), revision));
        return new WriteResult.Written(revision);
    }

    private static void check(Deadline deadline) {
        deadline.check("the tiny store");
        if (Thread.currentThread().isInterrupted()) {
            throw new StoreUnavailableException("interrupted");
        }
    }

    private Map<InstanceId, Versioned<InstanceRecord>> records(TaskHubName hub) {
        return hubs.getOrDefault(hub, Map.of());
    }

    /** Returns the record of an instance that is there. */
    synchronized InstanceRecord get(TaskHubName hub, InstanceId id) {
        return Objects.requireNonNull(records(hub).get(id), "nothing stored").value();
    }

    synchronized Map<InstanceId, InstanceRecord> all(TaskHubName hub) {
        Map<InstanceId, InstanceRecord> all = new HashMap<>();
        records(hub).forEach((id, stored) -> all.put(id, stored.value()));
        return all;
    }

    synchronized List<InstanceBatch> batches() {
        return List.copyOf(batches);
    }

    synchronized int finds() {
        return finds;
    }

    synchronized Instant heardAt(TaskHubName hub) {
        return Objects.requireNonNull(heard.get(hub));
    }

    @Override
    public synchronized void drop(TaskHubName hub, Deadline deadline) {
        hubs.remove(hub);
        heard.remove(hub);
    }

    @Override
    public Optional<TrackedHub> read(TaskHubName hub, Deadline deadline) {
        throw new UnsupportedOperationException("deliveries never ask");
    }

    @Override
    public Page<InstanceRecord> listActive(TaskHubName hub, @Nullable String after, int limit, Deadline deadline) {
        throw new UnsupportedOperationException("deliveries never ask");
    }

    @Override
    public void forgetFinished(Instant receivedBefore, Deadline deadline) {
        throw new UnsupportedOperationException("deliveries never ask");
    }
}
