// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A store whose next writes go as a test has written; without script it passes everything on. */
@NullMarked
final class ScriptedStore implements InstanceStore {
    /** What happens at one write. */
    @FunctionalInterface
    interface Scene {
        List<WriteResult> play(InstanceBatch batch, Supplier<List<WriteResult>> write);
    }

    private final InstanceStore inner;
    private final Queue<Scene> scenes = new ConcurrentLinkedQueue<>();
    private volatile Scene otherwise = (batch, write) -> write.get();

    ScriptedStore(InstanceStore inner) {
        this.inner = inner;
    }

    ScriptedStore next(Scene scene) {
        scenes.add(scene);
        return this;
    }

    ScriptedStore always(Scene scene) {
        otherwise = scene;
        return this;
    }

    @Override
    public List<WriteResult> write(InstanceBatch batch, Deadline deadline) {
        Scene scene = scenes.poll();
        return (scene == null ? otherwise : scene).play(batch, () -> inner.write(batch, deadline));
    }

    @Override
    public int maxBatch() {
        return inner.maxBatch();
    }

    @Override
    public int partitionOf(TaskHubName hub, InstanceId instance) {
        return inner.partitionOf(hub, instance);
    }

    @Override
    public Map<InstanceId, Versioned<InstanceRecord>> find(
            TaskHubName hub, Collection<InstanceId> instances, Deadline deadline) {
        return inner.find(hub, instances, deadline);
    }

    @Override
    public Optional<TrackedHub> read(TaskHubName hub, Deadline deadline) {
        return inner.read(hub, deadline);
    }

    @Override
    public Page<InstanceRecord> listActive(TaskHubName hub, @Nullable String after, int limit, Deadline deadline) {
        return inner.listActive(hub, after, limit, deadline);
    }

    @Override
    public void drop(TaskHubName hub, Deadline deadline) {
        inner.drop(hub, deadline);
    }

    @Override
    public void forgetFinished(Instant receivedBefore, Deadline deadline) {
        inner.forgetFinished(receivedBefore, deadline);
    }
}
