// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.benchmarks;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Prints how much heap the memory store takes for an active and for a finished instance, by the difference that so many of them make after a
 * collection. Ids have 32 hexadecimal digits, as those that the engine makes up; each event has a time and a receipt of its own.
 */
public final class MemoryPerInstance {
    private static final TaskHubName HUB = new TaskHubName("orders417");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Deadline NEVER = Deadline.in(Duration.ofDays(1), () -> NOON);
    private static final int[] COUNTS = {10_000, 100_000, 250_000, 400_000, 550_000, 700_000, 850_000, 1_000_000};

    private MemoryPerInstance() {}

    /**
     * Prints one line for each number of instances.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.printf("%12s %18s %20s%n", "instances", "bytes per active", "bytes per finished");
        for (int count : COUNTS) {
            long active = perInstance(count, RuntimeStatus.RUNNING);
            long finished = perInstance(count, RuntimeStatus.COMPLETED);
            System.out.printf("%,12d %18d %20d%n", count, active, finished);
        }
    }

    private static long perInstance(int count, RuntimeStatus status) {
        InMemoryInstanceStore store =
                InMemoryInstanceStore.builder().maxInstances(2L * count).build();
        long before = used();
        fill(store, count, status);
        long after = used();
        // Read afterwards, so that the store is alive while it is measured.
        long kept = store.snapshot(NEVER)
                .hub(HUB)
                .orElseThrow()
                .tracked()
                .traffic()
                .lastReceipt()
                .getEpochSecond();
        return kept == 0 ? 0 : Math.round((double) (after - before) / count);
    }

    private static void fill(InMemoryInstanceStore store, int count, RuntimeStatus status) {
        Random random = new Random(417);
        for (int i = 0; i < count; i++) {
            InstanceId id = new InstanceId(String.format("%016x%016x", random.nextLong(), random.nextLong()));
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
