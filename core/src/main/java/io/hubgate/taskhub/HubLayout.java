// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import org.jspecify.annotations.Nullable;

/**
 * How a hub is laid out. The three numbers agree in a sound hub; where they do not, partitions were changed under living work.
 *
 * @param controlQueues how many control queues exist, numbered from 0 without a gap
 * @param partitionRows how many rows the table of partitions has, or null without such a table
 * @param announcedPartitions the number in {@code taskhub.json}, or null without that blob
 * @param sharedTables whether instances and history are in tables that other hubs use too (a tracking store)
 */
public record HubLayout(
        int controlQueues,
        @Nullable Integer partitionRows,
        @Nullable Integer announcedPartitions,
        boolean sharedTables) {
    /**
     * Tells whether all sources agree on the number of partitions. After an upgrade both managers' leftovers may exist.
     *
     * @return false if queues, partition rows and {@code taskhub.json}, as far as they exist, differ
     */
    public boolean agrees() {
        return controlQueues > 0
                && (partitionRows == null || partitionRows == controlQueues)
                && (announcedPartitions == null || announcedPartitions == controlQueues);
    }

    /** The same with numbers of partitions that agree no more, since a later look saw another layout. */
    HubLayout disagreeing() {
        return new HubLayout(controlQueues, partitionRows, -1, sharedTables);
    }
}
