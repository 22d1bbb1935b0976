// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import static io.hubgate.store.inmemory.Given.NOW;
import static io.hubgate.store.inmemory.Given.SOON;
import static io.hubgate.store.inmemory.Given.completed;
import static io.hubgate.store.inmemory.Given.running;
import static io.hubgate.store.inmemory.Given.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.model.TaskHubName;
import io.hubgate.store.StoreFullException;
import io.hubgate.store.TrackedHub;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writes, drops, claims, forgettings and snapshots at once. */
class InMemoryInstanceStoreConcurrencyTest {
    private static final int THREADS = 4;
    private static final int STEPS = 5_000;
    private static final int MOST = 2_000;

    private static final List<TaskHubName> HUBS =
            IntStream.range(0, 3).mapToObj(n -> new TaskHubName("hub" + n)).toList();

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final InMemoryInstanceStore store = InMemoryInstanceStore.builder()
            .maxInstances(MOST)
            .maxUnclaimed(MOST)
            .maxUnclaimedHubs(HUBS.size())
            .build();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void lose_no_room_and_tear_no_snapshot() throws ExecutionException, InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(thread);
            running.add(threads.submit(() -> IntStream.range(0, STEPS).forEach(step -> act(random))));
        }
        for (Future<?> thread : running) {
            thread.get();
        }
        HUBS.forEach(hub -> store.drop(hub, SOON));
        assertThat(store.snapshot(SOON).hubs()).isEmpty();
        assertThatAllRoomIsFree();
    }

    private void act(Random random) {
        TaskHubName hub = HUBS.get(random.nextInt(HUBS.size()));
        String id = "order-" + random.nextInt(300);
        int what = random.nextInt(100);
        if (what < 90) {
            write(store, hub, random.nextBoolean(), random.nextBoolean() ? running(id) : completed(id), null);
        } else if (what < 94) {
            store.drop(hub, SOON);
        } else if (what < 97) {
            store.forgetFinished(NOW.plusSeconds(60), SOON);
        } else {
            store.snapshot(SOON).hubs().values().forEach(copy -> assertCountsAgree(copy.tracked()));
        }
    }

    private static void assertCountsAgree(TrackedHub hub) {
        assertThat(hub.traffic().active()).isEqualTo(hub.active().size());
    }

    private void assertThatAllRoomIsFree() {
        for (TaskHubName hub : HUBS) {
            write(store, hub, false, running("first"), null);
        }
        for (int n = HUBS.size(); n < MOST; n++) {
            assertThat(write(store, HUBS.get(0), false, running("fill-" + n), null)
                            .isWritten())
                    .isTrue();
        }
        TrackedHub full = store.read(HUBS.get(0), SOON).orElseThrow();
        assertThat(full.traffic().truncated()).isFalse();
        assertThat(full.active()).hasSize(MOST - HUBS.size() + 1);
        assertThatThrownBy(() -> write(store, HUBS.get(1), true, running("one more"), null))
                .isInstanceOf(StoreFullException.class);
    }
}
