// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.Revision;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests of this module begin with. */
final class Given {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final TaskHubName HUB = new TaskHubName("orders417");
    static final Deadline SOON = Deadline.in(Duration.ofSeconds(10), () -> NOW);
    static final Deadline PAST = new Deadline(NOW, () -> NOW);

    private Given() {}

    static Document document(String text) {
        return new Document(text.getBytes(StandardCharsets.UTF_8));
    }

    static InstanceRecord record(String id, RuntimeStatus status, Instant at) {
        InstanceId instance = new InstanceId(id);
        OrchestratorName function = new OrchestratorName("Checkout");
        return InstanceRecord.of(new LifecycleEvent(HUB, instance, function, status, at, ""), at.plusSeconds(1));
    }

    static InstanceRecord running(String id) {
        return record(id, RuntimeStatus.RUNNING, NOW);
    }

    static InstanceRecord completed(String id) {
        return record(id, RuntimeStatus.COMPLETED, NOW);
    }

    /** Writes one instance of a claimed hub. */
    static WriteResult write(InMemoryInstanceStore store, InstanceRecord record, @Nullable Revision expected) {
        return write(store, HUB, true, record, expected);
    }

    static WriteResult write(
            InMemoryInstanceStore store,
            TaskHubName hub,
            boolean claimed,
            InstanceRecord record,
            @Nullable Revision expected) {
        int partition = store.partitionOf(hub, record.id());
        List<InstanceWrite> writes = List.of(new InstanceWrite(record, expected));
        InstanceBatch batch = new InstanceBatch(hub, partition, claimed, writes, record.receivedAt(), record.since());
        return store.write(batch, SOON).get(0);
    }

    static Versioned<InstanceRecord> found(InMemoryInstanceStore store, String id) {
        return store.find(HUB, List.of(new InstanceId(id)), SOON)
                .values()
                .iterator()
                .next();
    }

    static Revision written(WriteResult result) {
        return ((WriteResult.Written) result).revision();
    }
}
