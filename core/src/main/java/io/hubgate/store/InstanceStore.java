// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps many small typed rows: the tracked instances of each hub, an index of the active ones, and the hub's {@link
 * io.hubgate.tracking.Traffic}. Hubs are compared without case, instances with case.
 *
 * <p>Implementations are thread-safe and start no threads. Every method blocks, gives up at its deadline (S-13), honours interruption, and
 * throws {@link StoreUnavailableException} if the store cannot be reached and nothing was written, or {@link UnknownOutcomeException} if a
 * write was sent and its answer lost. A store that has reached its cap throws {@link StoreFullException}; it never forgets to make room.
 */
public interface InstanceStore {
    /**
     * Returns how many writes a batch may hold.
     *
     * @return at least 1
     */
    int maxBatch();

    /**
     * Returns the partition of an instance: instances of one partition can be written in one batch (S-7).
     *
     * @param hub the hub
     * @param instance the instance
     * @return the partition, never negative, always the same for the same arguments
     */
    int partitionOf(TaskHubName hub, InstanceId instance);

    /**
     * Returns the records of some instances of one partition.
     *
     * @param hub the hub
     * @param instances at most {@link #maxBatch()} instances of one partition
     * @param deadline when to give up
     * @return what is stored; nothing for an instance that is not
     */
    Map<InstanceId, Versioned<InstanceRecord>> find(
            TaskHubName hub, Collection<InstanceId> instances, Deadline deadline);

    /**
     * Writes a batch. Each instance is written atomically, together with its place in the index of active instances and its share of the
     * hub's traffic; the results are one per write and independent (S-7). The hub is heard at {@code receivedAt} even if every write
     * loses its race.
     *
     * @param batch the writes
     * @param deadline when to give up
     * @return one result per write, in their order: Written, AlreadyExists, RevisionMismatch or NotFound
     */
    List<WriteResult> write(InstanceBatch batch, Deadline deadline);

    /**
     * Returns the active instances and the traffic of a hub, at a cost that depends on how many are active and not on how many ever ran
     * (S-8).
     *
     * @param hub the hub
     * @param deadline when to give up
     * @return what is tracked, or empty if no event of the hub was ever kept or the hub was dropped
     */
    Optional<TrackedHub> read(TaskHubName hub, Deadline deadline);

    /**
     * Returns active instances of a hub in the order of their ids, page by page.
     *
     * @param hub the hub
     * @param after the id after which to begin, or null for the beginning
     * @param limit how many at most, 1 to 1,000
     * @param deadline when to give up
     * @return a page; {@code next} is the last id of it
     */
    Page<InstanceRecord> listActive(TaskHubName hub, @Nullable String after, int limit, Deadline deadline);

    /**
     * Forgets everything about a hub, in a number of requests that does not grow with its instances (S-9). Idempotent and resumable.
     *
     * @param hub the hub
     * @param deadline when to give up
     */
    void drop(TaskHubName hub, Deadline deadline);

    /**
     * Forgets finished instances whose last event was received before a moment. They keep a small record until then, so that a late
     * duplicate does not revive them.
     *
     * @param receivedBefore the moment
     * @param deadline when to give up
     */
    void forgetFinished(Instant receivedBefore, Deadline deadline);
}
