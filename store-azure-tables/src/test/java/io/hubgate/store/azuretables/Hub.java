// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.TrackedHub;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes instances of one claimed hub through the SPI, and reads them. */
final class Hub {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final InstanceStore store;
    private final TaskHubName name;

    Hub(InstanceStore store, TaskHubName name) {
        this.store = store;
        this.name = name;
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofMinutes(5), InstantSource.system());
    }

    static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(n -> prefix + "-" + n).toList();
    }

    static InstanceRecord record(TaskHubName hub, String id, RuntimeStatus status) {
        return InstanceRecord.of(
                new LifecycleEvent(hub, new InstanceId(id), new OrchestratorName("Checkout"), status, NOON, ""), NOON);
    }

    void create(List<String> ids, RuntimeStatus status) {
        create(ids, status, true);
    }

    void create(List<String> ids, RuntimeStatus status, boolean claimed) {
        Map<Integer, List<InstanceWrite>> partitions = new HashMap<>();
        for (String id : ids) {
            InstanceRecord record = record(name, id, status);
            partitions
                    .computeIfAbsent(store.partitionOf(name, record.id()), none -> new ArrayList<>())
                    .add(new InstanceWrite(record, null));
        }
        partitions.forEach((partition, writes) -> {
            for (int from = 0; from < writes.size(); from += store.maxBatch()) {
                List<InstanceWrite> some = writes.subList(from, Math.min(writes.size(), from + store.maxBatch()));
                InstanceBatch batch = new InstanceBatch(name, partition, claimed, some, NOON, NOON);
                assertThat(store.write(batch, soon())).allMatch(WriteResult::isWritten);
            }
        });
    }

    void finish(String id) {
        InstanceId instance = new InstanceId(id);
        InstanceWrite write = new InstanceWrite(
                record(name, id, RuntimeStatus.COMPLETED),
                Objects.requireNonNull(
                                store.find(name, List.of(instance), soon()).get(instance))
                        .revision());
        InstanceBatch batch =
                new InstanceBatch(name, store.partitionOf(name, instance), true, List.of(write), NOON, NOON);
        assertThat(store.write(batch, soon())).allMatch(WriteResult::isWritten);
    }

    Set<String> active() {
        return store.read(name, soon()).map(TrackedHub::active).orElse(List.of()).stream()
                .map(record -> record.id().value())
                .collect(Collectors.toSet());
    }
}
