// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.InstanceId;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceWrite;
import java.util.HashSet;
import java.util.Set;

/** How instances are spread over partitions. */
final class Partitions {
    /** How many partitions a hub has. */
    static final int COUNT = 16;

    /** How many writes a batch holds at most. */
    static final int MAX_BATCH = 1000;

    private static final int BITS = Integer.numberOfTrailingZeros(COUNT);

    /** 2³² divided by the golden ratio: its product spreads ids that differ in the last characters only. */
    private static final int GOLDEN = 0x9E3779B9;

    private Partitions() {}

    /** Refuses a batch that its caller put together wrongly. */
    static void check(InstanceBatch batch) {
        if (batch.writes().size() > MAX_BATCH) {
            throw new IllegalArgumentException("a batch holds at most " + MAX_BATCH + " writes");
        }
        Set<InstanceId> ids = new HashSet<>();
        for (InstanceWrite write : batch.writes()) {
            InstanceId id = write.record().id();
            if (!ids.add(id) || of(id) != batch.partition()) {
                throw new IllegalArgumentException("a batch writes different instances of one partition");
            }
        }
    }

    /** Returns the partition of an id, the same in every process. */
    static int of(InstanceId id) {
        return (id.value().hashCode() * GOLDEN) >>> (Integer.SIZE - BITS);
    }
}
