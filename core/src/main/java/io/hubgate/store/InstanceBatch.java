// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.util.List;

/**
 * Conditional writes of instances of one hub and one partition. A batch may be empty: it then only records that the hub was heard.
 *
 * @param hub the hub
 * @param partition the partition of every instance in it, as {@link InstanceStore#partitionOf} says
 * @param claimed whether an app owns the hub; what is not claimed is kept in one shared, capped place (rule E-7)
 * @param writes at most {@link InstanceStore#maxBatch()} writes of different instances
 * @param receivedAt the latest receipt of an event of this batch
 * @param lastEventAt the latest event time of this batch
 */
public record InstanceBatch(
        TaskHubName hub,
        int partition,
        boolean claimed,
        List<InstanceWrite> writes,
        Instant receivedAt,
        Instant lastEventAt) {
    /** Copies the writes. */
    public InstanceBatch {
        writes = List.copyOf(writes);
    }
}
