// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.Page;
import io.hubgate.store.TrackedHub;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store of instances at the other end of a line. */
record DistantInstanceStore(InstanceStore store, Line line) implements InstanceStore {
    @Override
    public int maxBatch() {
        return store.maxBatch();
    }

    @Override
    public int partitionOf(TaskHubName hub, InstanceId instance) {
        return store.partitionOf(hub, instance);
    }

    @Override
    public Map<InstanceId, Versioned<InstanceRecord>> find(
            TaskHubName hub, Collection<InstanceId> instances, Deadline deadline) {
        return line.read("find instances", () -> store.find(hub, instances, deadline));
    }

    @Override
    public List<WriteResult> write(InstanceBatch batch, Deadline deadline) {
        return line.write("write instances", () -> store.write(batch, deadline));
    }

    @Override
    public Optional<TrackedHub> read(TaskHubName hub, Deadline deadline) {
        return line.read("read hub", () -> store.read(hub, deadline));
    }

    @Override
    public Page<InstanceRecord> listActive(TaskHubName hub, @Nullable String after, int limit, Deadline deadline) {
        return line.read("list active", () -> store.listActive(hub, after, limit, deadline));
    }

    @Override
    public void drop(TaskHubName hub, Deadline deadline) {
        line.write("drop", () -> {
            store.drop(hub, deadline);
            return hub;
        });
    }

    @Override
    public void forgetFinished(Instant receivedBefore, Deadline deadline) {
        line.write("forget finished", () -> {
            store.forgetFinished(receivedBefore, deadline);
            return receivedBefore;
        });
    }
}
