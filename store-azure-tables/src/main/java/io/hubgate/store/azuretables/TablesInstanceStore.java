// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.Page;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.TrackedHub;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Keeps instances: a table for each claimed hub, and one for all hubs that nobody has claimed. */
final class TablesInstanceStore implements InstanceStore {
    /** With the summary that makes a hundred, which the service takes at once. */
    private static final int MAX_BATCH = 99;

    private static final int LARGEST_PAGE = 1000;
    private static final int ATTEMPTS = 100;

    private final Line line;
    private final Names names;
    private final Summaries summaries;
    private final Quota quota;
    private final SharedPlace shared;
    private final Hubs hubs;
    private final HubReader reader;
    private final Forgetter forgetter;

    TablesInstanceStore(Line line, Names names, long maxUnclaimed) {
        this.line = line;
        this.names = names;
        summaries = new Summaries(line);
        quota = new Quota(line, names.unclaimed(), maxUnclaimed);
        shared = new SharedPlace(line, names, summaries, quota);
        hubs = new Hubs(line, names, shared, new Mover(line, names, summaries, shared));
        reader = new HubReader(line);
        forgetter = new Forgetter(line, names, quota);
    }

    @Override
    public int maxBatch() {
        return MAX_BATCH;
    }

    @Override
    public int partitionOf(TaskHubName hub, InstanceId instance) {
        return Place.laneOf(instance);
    }

    @Override
    public Map<InstanceId, Versioned<InstanceRecord>> find(
            TaskHubName hub, Collection<InstanceId> instances, Deadline deadline) {
        if (instances.isEmpty()) {
            return Map.of();
        }
        Place known = hubs.known(hub);
        if (known != null) {
            Map<InstanceId, Versioned<InstanceRecord>> found = find(known, instances, deadline);
            if (!found.isEmpty()) {
                return found;
            }
            // Perhaps the table is gone: the directory knows.
        }
        return where(hub, deadline, (place, end) -> find(place, instances, end));
    }

    private Map<InstanceId, Versioned<InstanceRecord>> find(
            Place place, Collection<InstanceId> instances, Deadline deadline) {
        List<Line.Address> addresses = instances.stream()
                .map(id -> new Line.Address(place.partitionOf(id), Draft.INSTANCE + Keys.of(id)))
                .toList();
        Map<InstanceId, Versioned<InstanceRecord>> found = new HashMap<>();
        for (TableEntity row : line.getAll(place.table(), addresses, deadline)) {
            RecordText text = Draft.record(row);
            found.put(
                    text.record().id(), new Versioned<>(text.record(), place.revision(text.placing(), row.getETag())));
        }
        return found;
    }

    /** Reads where a hub's rows are; if they moved while they were read, again. */
    private <T> T where(TaskHubName hub, Deadline deadline, BiFunction<Place, Deadline, T> reading) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Place place = hubs.forReading(hub, deadline);
            T found = reading.apply(place, deadline);
            if (place.isOwn() || !shared.summary(hub.key(), deadline).isFence()) {
                return found;
            }
            if (hubs.find(hub, deadline).isEmpty()) {
                // Left by a drop that was cut off, or by one that goes on now.
                shared.drop(hub.key(), deadline);
            }
        }
        throw new StoreUnavailableException("hub " + hub + " is claimed and dropped all the time");
    }

    @Override
    public List<WriteResult> write(InstanceBatch batch, Deadline deadline) {
        if (batch.writes().size() > MAX_BATCH) {
            throw new IllegalArgumentException("a batch has at most " + MAX_BATCH + " writes");
        }
        if (batch.writes().stream().anyMatch(w -> Place.laneOf(w.record().id()) != batch.partition())) {
            throw new IllegalArgumentException("a batch has writes of one partition only");
        }
        PartitionWriter writer = new PartitionWriter(line, names, summaries, quota, batch);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Place place = hubs.forWriting(batch.hub(), batch.claimed(), deadline);
            Optional<List<WriteResult>> results = writer.writeInto(place, deadline);
            if (results.isPresent()) {
                return results.get();
            }
            hubs.forget(batch.hub());
            if (!place.isOwn() && hubs.find(batch.hub(), deadline).isEmpty()) {
                shared.drop(batch.hub().key(), deadline);
            }
        }
        throw new StoreUnavailableException("hub " + batch.hub() + " is claimed and dropped all the time");
    }

    @Override
    public Optional<TrackedHub> read(TaskHubName hub, Deadline deadline) {
        Place known = hubs.known(hub);
        if (known != null) {
            // Tables are never used again by another hub, so one that is there and holds something is still the hub's.
            Optional<TrackedHub> found = reader.read(known, deadline);
            if (found.isPresent()) {
                return found;
            }
        }
        return where(hub, deadline, reader::read);
    }

    @Override
    public Page<InstanceRecord> listActive(TaskHubName hub, @Nullable String after, int limit, Deadline deadline) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_PAGE + " items, not " + limit);
        }
        List<InstanceRecord> rest = read(hub, deadline).map(TrackedHub::active).orElse(List.of()).stream()
                .filter(record -> after == null || record.id().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(InstanceRecord::id))
                .toList();
        if (rest.size() <= limit) {
            return new Page<>(rest, null);
        }
        return new Page<>(rest.subList(0, limit), rest.get(limit - 1).id().value());
    }

    @Override
    public void drop(TaskHubName hub, Deadline deadline) {
        hubs.drop(hub, deadline);
    }

    @Override
    public void forgetFinished(Instant receivedBefore, Deadline deadline) {
        forgetter.forget(receivedBefore, deadline);
    }
}
