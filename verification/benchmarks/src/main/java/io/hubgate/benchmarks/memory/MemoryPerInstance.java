// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.memory;

import io.hubgate.benchmarks.measure.Spread;
import io.hubgate.benchmarks.sample.IdKind;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.inmemory.InMemoryInstanceStore;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import java.lang.ref.Reference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Prints how much heap the memory store takes for an active and for a finished instance, by the difference that so many of them make after a
 * collection. Each event has a time and a receipt of its own. What group commit remembers beside the store is bounded and not in it.
 */
public final class MemoryPerInstance {
    private static final TaskHubName HUB = new TaskHubName("orders417");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Deadline NEVER = Deadline.in(Duration.ofDays(1), InstantSource.fixed(NOON));
    private static final int[] ACTIVE = {10_000, 50_000, 200_000, 1_000_000};
    private static final int[] FINISHED = {10_000, 100_000, 250_000, 400_000, 550_000, 700_000, 850_000, 1_000_000};

    private MemoryPerInstance() {}

    /**
     * Prints one line for each number of instances, and the spread over them.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("| instances | ids | count | bytes each |");
        System.out.println("|---|---|---|---|");
        for (IdKind ids : IdKind.values()) {
            print(ids, "active", RuntimeStatus.RUNNING, ACTIVE);
            print(ids, "finished", RuntimeStatus.COMPLETED, FINISHED);
        }
    }

    private static void print(IdKind ids, String word, RuntimeStatus status, int... counts) {
        List<Double> all = new ArrayList<>();
        for (int count : counts) {
            double each = bytesEach(ids, status, count);
            all.add(each);
            System.out.printf("| %s | %s | %,d | %.0f |%n", word, ids, count, each);
        }
        System.out.printf("| %s | %s | all | %s |%n", word, ids, Spread.of(all).text(0));
    }

    private static double bytesEach(IdKind ids, RuntimeStatus status, int count) {
        InMemoryInstanceStore store =
                InMemoryInstanceStore.builder().maxInstances(2L * count).build();
        try {
            long before = used();
            fill(store, ids, status, count);
            return (double) (used() - before) / count;
        } finally {
            Reference.reachabilityFence(store);
        }
    }

    private static void fill(InMemoryInstanceStore store, IdKind ids, RuntimeStatus status, int count) {
        Random random = new Random(417);
        for (int i = 0; i < count; i++) {
            InstanceId id = ids.next(random, i);
            Instant at = NOON.plusNanos(i * 1000L);
            OrchestratorName function = new OrchestratorName("CheckoutOrchestrator" + i % 10);
            InstanceRecord running = InstanceRecord.of(
                    new LifecycleEvent(HUB, id, function, RuntimeStatus.RUNNING, at.minusSeconds(9), ""), at);
            InstanceRecord record =
                    running.join(InstanceRecord.of(new LifecycleEvent(HUB, id, function, status, at, ""), at));
            List<InstanceWrite> writes = List.of(new InstanceWrite(record, null));
            store.write(new InstanceBatch(HUB, store.partitionOf(HUB, id), true, writes, at, at), NEVER);
        }
    }

    /** Returns the heap in use once nothing more can be collected. */
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        long before;
        do {
            before = used;
            System.gc();
            used = runtime.totalMemory() - runtime.freeMemory();
        } while (used < before - 4096);
        return used;
    }
}
