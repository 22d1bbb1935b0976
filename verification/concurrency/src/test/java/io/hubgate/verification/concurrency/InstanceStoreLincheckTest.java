// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.concurrency;

import static io.hubgate.verification.concurrency.Orders.HUB;
import static io.hubgate.verification.concurrency.Orders.LONG;
import static io.hubgate.verification.concurrency.Orders.START;

import io.hubgate.model.InstanceId;
import io.hubgate.rule.Rule;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.TrackedHub;
import io.hubgate.store.Versioned;
import io.hubgate.store.inmemory.InMemoryInstanceStore;
import io.hubgate.tracking.InstanceRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * The instances of the in-memory store as counters, each counted up by conditional writes alone: no count is lost, every reader sees all counters
 * at one moment, and a drop takes all of them at once.
 */
@Rule({"S-1", "S-4", "S-5", "S-7"})
@Param(name = "id", gen = IntGen.class, conf = "0:2")
public class InstanceStoreLincheckTest {
    private final InstanceStore store = InMemoryInstanceStore.create();

    /** Counts up by compare-and-swap. */
    @Operation
    public int increment(@Param(name = "id") int id) {
        while (true) {
            Optional<Versioned<InstanceRecord>> found = find(Orders.id(id));
            int count = found.map(stored -> count(stored.value())).orElse(0) + 1;
            InstanceWrite write = new InstanceWrite(
                    Orders.record(id, false, count),
                    found.map(Versioned::revision).orElse(null));
            if (write(write)) {
                return count;
            }
        }
    }

    /** Reads all counters. */
    @Operation
    public String all() {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (InstanceRecord record :
                store.read(HUB, LONG).map(TrackedHub::active).orElse(List.of())) {
            counts.put(Orders.number(record.id()), count(record));
        }
        return counts.toString();
    }

    /** Removes all counters. */
    @Operation
    public void drop() {
        store.drop(HUB, LONG);
    }

    private Optional<Versioned<InstanceRecord>> find(InstanceId id) {
        return Optional.ofNullable(store.find(HUB, List.of(id), LONG).get(id));
    }

    private boolean write(InstanceWrite write) {
        int partition = store.partitionOf(HUB, write.record().id());
        InstanceBatch batch = new InstanceBatch(
                HUB, partition, true, List.of(write), START, write.record().since());
        return store.write(batch, LONG).get(0).isWritten();
    }

    private static int count(InstanceRecord record) {
        return (int) Duration.between(START, record.since()).toSeconds();
    }

    @Test
    void under_stress_it_is_as_if_one_call_came_after_the_other() {
        new StressOptions()
                .iterations(15)
                .invocationsPerIteration(500)
                .threads(3)
                .actorsPerThread(3)
                .sequentialSpecification(PlainInstances.class)
                .check(getClass());
    }
}
