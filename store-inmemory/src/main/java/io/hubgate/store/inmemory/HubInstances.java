// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.Page;
import io.hubgate.store.Revision;
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
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is tracked of one hub, from its first event to its drop. Guarded by its own lock, so that hubs do not wait for each other.
 * After a drop it is empty for ever: a hub that is heard again gets a new one, with revisions that no old one equals.
 */
final class HubInstances {
    final DeadlineLock lock = new DeadlineLock();
    final TaskHubName name;

    private final String revisionPrefix;
    private final Capacity capacity;
    private final TreeMap<InstanceId, StoredInstance> active = new TreeMap<>();
    private final SharedNames names = new SharedNames();
    private FinishedInstances finished;
    private HubTraffic traffic = new HubTraffic();
    private boolean claimed;
    private boolean dropped;
    private int lastVersion;

    HubInstances(TaskHubName name, long incarnation, boolean claimed, InstanceHash hash, Capacity capacity) {
        this.name = name;
        this.revisionPrefix = Long.toHexString(incarnation) + ".";
        this.claimed = claimed;
        this.finished = new FinishedInstances(hash);
        this.capacity = capacity;
    }

    boolean isDropped() {
        return dropped;
    }

    boolean isHeard() {
        return traffic.isHeard();
    }

    long size() {
        return (long) active.size() + finished.size();
    }

    /** Writes a batch, whole or not at all as far as room is concerned. */
    List<WriteResult> write(InstanceBatch batch) {
        if (batch.claimed() && !claimed) {
            capacity.claim(size());
            claimed = true;
        }
        int room = takeRoom(batch.writes());
        traffic.hear(batch.receivedAt(), batch.lastEventAt());
        List<WriteResult> results = new ArrayList<>(batch.writes().size());
        for (InstanceWrite write : batch.writes()) {
            StoredInstance existing = stored(write.record().id());
            WriteResult refusal = refusal(existing, write.expected());
            if (refusal != null) {
                results.add(refusal);
            } else if (existing == null && room == 0) {
                results.add(forgo());
            } else {
                room -= existing == null ? 1 : 0;
                results.add(store(write.record(), existing));
            }
        }
        return results;
    }

    /** Takes the room that the creates among the writes need; for a hub that nobody has claimed it may be less. */
    private int takeRoom(List<InstanceWrite> writes) {
        int creates = 0;
        for (InstanceWrite write : writes) {
            creates += write.expected() == null && stored(write.record().id()) == null ? 1 : 0;
        }
        if (!claimed) {
            return capacity.takeUnclaimed(creates);
        }
        if (creates > 0) {
            capacity.take(creates);
        }
        return creates;
    }

    /** Acknowledges a create without keeping it (rule E-7). Its revision is one that no instance ever has. */
    private WriteResult forgo() {
        traffic.truncate();
        return new WriteResult.Written(new Revision(revisionPrefix + "forgone"));
    }

    private @Nullable WriteResult refusal(@Nullable StoredInstance existing, @Nullable Revision expected) {
        if (expected == null) {
            return existing == null ? null : new WriteResult.AlreadyExists();
        }
        if (existing == null) {
            return new WriteResult.NotFound();
        }
        return revision(existing).equals(expected) ? null : new WriteResult.RevisionMismatch();
    }

    private WriteResult store(InstanceRecord record, @Nullable StoredInstance existing) {
        InstanceId id = record.id();
        // 2³² writes later a version comes again: nobody holds a revision of a hub for that long.
        lastVersion++;
        StoredInstance stored = StoredInstance.of(names.shared(record), lastVersion);
        if (record.isActive()) {
            finished.remove(id);
            active.put(id, stored);
        } else {
            active.remove(id);
            finished.put(id, stored);
        }
        traffic.change(existing == null ? null : existing.record(id), record);
        return new WriteResult.Written(revision(stored));
    }

    private @Nullable StoredInstance stored(InstanceId id) {
        StoredInstance found = active.get(id);
        return found != null ? found : finished.find(id);
    }

    private Revision revision(StoredInstance stored) {
        return new Revision(revisionPrefix + Integer.toUnsignedString(stored.version()));
    }

    Map<InstanceId, Versioned<InstanceRecord>> find(Collection<InstanceId> instances) {
        Map<InstanceId, Versioned<InstanceRecord>> found = new HashMap<>();
        for (InstanceId id : instances) {
            StoredInstance stored = stored(id);
            if (stored != null) {
                found.put(id, new Versioned<>(stored.record(id), revision(stored)));
            }
        }
        return found;
    }

    Optional<TrackedHub> read() {
        if (dropped || !isHeard()) {
            return Optional.empty();
        }
        List<InstanceRecord> records = new ArrayList<>(active.size());
        active.forEach((id, stored) -> records.add(stored.record(id)));
        return Optional.of(new TrackedHub(records, traffic.read()));
    }

    Page<InstanceRecord> listActive(@Nullable String after, int limit) {
        // An id of no characters is before all others, and no instance has it.
        InstanceId from = after == null || after.isEmpty() ? null : new InstanceId(after);
        return Listing.page(active, from, limit, (id, stored) -> stored.record(id), InstanceId::value);
    }

    /** Lets go of everything at once. */
    void drop() {
        capacity.giveHub(size(), claimed);
        active.clear();
        finished = finished.emptied();
        traffic = new HubTraffic();
        dropped = true;
    }

    void forgetFinished(Instant receivedBefore) {
        capacity.give(finished.forget(receivedBefore), claimed);
    }

    /** Takes over what another one held; the room for it has been taken. */
    void restore(InstanceStoreSnapshot.Hub hub) {
        lastVersion = hub.lastVersion();
        for (InstanceRecord record : hub.tracked().active()) {
            lastVersion++;
            active.put(record.id(), StoredInstance.of(names.shared(record), lastVersion));
        }
        finished = hub.finishedInstances().copy();
        traffic = new HubTraffic(hub.tracked().traffic());
    }

    Optional<InstanceStoreSnapshot.Hub> snapshot() {
        return read().map(tracked -> new InstanceStoreSnapshot.Hub(tracked, claimed, finished.copy(), lastVersion));
    }
}
