// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

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

/** Does what a correct store does; those that break a rule override what they do wrong. */
class ForwardingInstanceStore implements InstanceStore {
    final InstanceStore correct;

    ForwardingInstanceStore(InstanceStore correct) {
        this.correct = correct;
    }

    @Override
    public int maxBatch() {
        return correct.maxBatch();
    }

    @Override
    public int partitionOf(TaskHubName hub, InstanceId instance) {
        return correct.partitionOf(hub, instance);
    }

    @Override
    public Map<InstanceId, Versioned<InstanceRecord>> find(
            TaskHubName hub, Collection<InstanceId> instances, Deadline deadline) {
        return correct.find(hub, instances, deadline);
    }

    @Override
    public List<WriteResult> write(InstanceBatch batch, Deadline deadline) {
        return correct.write(batch, deadline);
    }

    @Override
    public Optional<TrackedHub> read(TaskHubName hub, Deadline deadline) {
        return correct.read(hub, deadline);
    }

    @Override
    public Page<InstanceRecord> listActive(TaskHubName hub, @Nullable String after, int limit, Deadline deadline) {
        return correct.listActive(hub, after, limit, deadline);
    }

    @Override
    public void drop(TaskHubName hub, Deadline deadline) {
        correct.drop(hub, deadline);
    }

    @Override
    public void forgetFinished(Instant receivedBefore, Deadline deadline) {
        correct.forgetFinished(receivedBefore, deadline);
    }
}
