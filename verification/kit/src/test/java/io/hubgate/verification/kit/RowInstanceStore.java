// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.Page;
import io.hubgate.store.TrackedHub;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.Traffic;
import io.hubgate.verification.kit.RowService.Change;
import io.hubgate.verification.kit.RowService.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A correct instance store: a table for each hub, with rows of records, of the index, and of each partition's traffic. */
class RowInstanceStore implements InstanceStore {
    static final String RECORDS = "r|";
    static final String INDEX = "a|";
    static final String TRAFFIC = "t|";

    private static final int PARTITIONS = 4;
    private static final int MAX_BATCH = 100;

    final RowClient client;

    RowInstanceStore(RowClient client) {
        this.client = client;
    }

    @Override
    public int maxBatch() {
        return MAX_BATCH;
    }

    @Override
    public int partitionOf(TaskHubName hub, InstanceId instance) {
        return Math.floorMod(instance.hashCode(), PARTITIONS);
    }

    static String table(TaskHubName hub) {
        return "hub-" + hub.key();
    }

    /** Returns an id as a key. */
    String key(InstanceId id) {
        return id.value();
    }

    @Override
    public Map<InstanceId, Versioned<InstanceRecord>> find(
            TaskHubName hub, Collection<InstanceId> instances, Deadline deadline) {
        List<String> keys = instances.stream().map(id -> RECORDS + key(id)).toList();
        Map<InstanceId, Versioned<InstanceRecord>> found = new HashMap<>();
        for (Row row : client.get(table(hub), keys, deadline)) {
            InstanceRecord record = (InstanceRecord) row.value();
            found.put(record.id(), new Versioned<>(record, RowAppStore.revision(row.version())));
        }
        return found;
    }

    @Override
    public List<WriteResult> write(InstanceBatch batch, Deadline deadline) {
        while (true) {
            RowBatch rows = new RowBatch(batch, this::key, look(batch, deadline));
            OptionalLong version = commit(table(batch.hub()), rows.changes(), deadline);
            if (version.isPresent()) {
                return rows.results(version.getAsLong());
            }
            // Somebody else wrote a row between the look and the transaction: what they left is looked at next.
        }
    }

    private List<Row> look(InstanceBatch batch, Deadline deadline) {
        List<String> keys = new ArrayList<>();
        keys.add(TRAFFIC + batch.partition());
        for (InstanceWrite write : batch.writes()) {
            keys.add(RECORDS + key(write.record().id()));
        }
        return client.get(table(batch.hub()), keys, deadline);
    }

    OptionalLong commit(String table, List<Change> changes, Deadline deadline) {
        return client.transact(table, changes, deadline);
    }

    @Override
    public Optional<TrackedHub> read(TaskHubName hub, Deadline deadline) {
        List<InstanceRecord> active = active(hub, deadline);
        return client.all(table(hub), TRAFFIC, deadline).stream()
                .map(row -> (Traffic) row.value())
                .reduce(Traffics::sum)
                .map(traffic -> new TrackedHub(active, traffic));
    }

    List<InstanceRecord> active(TaskHubName hub, Deadline deadline) {
        return client.all(table(hub), INDEX, deadline).stream()
                .map(row -> (InstanceRecord) row.value())
                .toList();
    }

    @Override
    public Page<InstanceRecord> listActive(TaskHubName hub, @Nullable String after, int limit, Deadline deadline) {
        String from = after == null ? INDEX : INDEX + key(new InstanceId(after));
        List<Row> rows = client.page(table(hub), from, RowClient.end(INDEX), limit, deadline);
        List<InstanceRecord> items =
                rows.stream().map(row -> (InstanceRecord) row.value()).toList();
        boolean more = items.size() == limit;
        return new Page<>(items, more ? items.get(limit - 1).id().value() : null);
    }

    @Override
    public void drop(TaskHubName hub, Deadline deadline) {
        client.dropTable(table(hub), deadline);
    }

    @Override
    public void forgetFinished(Instant receivedBefore, Deadline deadline) {
        Stream<String> hubs = client.tables(deadline).stream().filter(name -> name.startsWith("hub-"));
        for (String table : hubs.toList()) {
            for (Row row : client.all(table, RECORDS, deadline)) {
                InstanceRecord record = (InstanceRecord) row.value();
                if (!record.isActive() && record.receivedAt().isBefore(receivedBefore)) {
                    client.transact(table, List.of(new Change(row.key(), null, row.version())), deadline);
                }
            }
        }
    }

    /** Returns the rows of a look by their keys. */
    static Map<String, Row> byKey(List<Row> rows) {
        Map<String, Row> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(row.key(), Objects.requireNonNull(row)));
        return byKey;
    }
}
