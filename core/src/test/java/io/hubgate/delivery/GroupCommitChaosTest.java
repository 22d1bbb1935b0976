// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import static io.hubgate.delivery.Sample.HUB;
import static io.hubgate.delivery.Sample.LONG;
import static io.hubgate.delivery.Sample.START;
import static io.hubgate.delivery.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.observe.HubgateListener;
import io.hubgate.rule.Rule;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two backends, several callers each, over one store that loses requests and replies, is away, and breaks: what was acknowledged is durable at
 * that moment, and in the end the store holds what a plain fold of all events gives.
 */
@Timeout(120)
class GroupCommitChaosTest {
    private static final int CALLERS = 8;
    private static final int DELIVERIES = 150;
    private static final List<RuntimeStatus> STATUSES =
            List.of(RuntimeStatus.RUNNING, RuntimeStatus.COMPLETED, RuntimeStatus.FAILED, RuntimeStatus.of("Odd"));

    private final TinyInstanceStore tiny = new TinyInstanceStore(5, 3);
    private final Callers callers = new Callers();
    private final Queue<LifecycleEvent> acknowledged = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() throws InterruptedException {
        callers.stop();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    @Rule({"E-1", "V-3", "S-2"})
    void what_is_acknowledged_is_durable_and_the_end_is_that_of_the_plain_fold(long seed) throws Exception {
        ScriptedStore store = new ScriptedStore(tiny).always(new Trouble(new Random(seed)));
        CommitLimits small = new CommitLimits(20, 40);
        List<GroupCommit> backends = List.of(
                new GroupCommit(store, small, HubgateListener.NONE),
                new GroupCommit(store, small, HubgateListener.NONE));
        for (int i = 0; i < CALLERS; i++) {
            Random random = new Random(seed * 100 + i);
            GroupCommit backend = backends.get(i % 2);
            callers.call(() -> deliverMany(backend, random));
        }
        callers.allReturn();

        assertThat(stored()).as("seed %d", seed).isEqualTo(folded());
    }

    private void deliverMany(GroupCommit backend, Random random) {
        for (int i = 0; i < DELIVERIES; i++) {
            List<LifecycleEvent> events = new ArrayList<>();
            for (int n = 1 + random.nextInt(12); n > 0; n--) {
                events.add(Sample.event(
                        "order-" + random.nextInt(40),
                        STATUSES.get(random.nextInt(STATUSES.size())),
                        random.nextInt(500)));
            }
            deliver(backend, events);
            for (LifecycleEvent event : events) {
                assertThat(tiny.get(HUB, event.instance()).covers(InstanceRecord.of(event, START)))
                        .as("durable: " + event)
                        .isTrue();
            }
            acknowledged.addAll(events);
        }
    }

    /** Delivers again until it is taken, as Event Grid does. */
    private static void deliver(GroupCommit backend, List<LifecycleEvent> events) {
        while (true) {
            try {
                backend.commit(List.of(new HubEvents(HUB, true, events)), at(1_000), LONG);
                return;
            } catch (StoreUnavailableException | IllegalStateException e) {
                Thread.onSpinWait();
            }
        }
    }

    private Map<InstanceId, InstanceRecord> folded() {
        Map<InstanceId, InstanceRecord> records = new HashMap<>();
        for (LifecycleEvent event : acknowledged) {
            records.merge(event.instance(), InstanceRecord.of(event, at(1_000)), InstanceRecord::join);
        }
        return records;
    }

    private Map<InstanceId, InstanceRecord> stored() {
        return tiny.all(HUB);
    }

    /** One write in three goes wrong, in one of four ways. */
    private record Trouble(Random random) implements ScriptedStore.Scene {
        @Override
        public List<WriteResult> play(InstanceBatch batch, Supplier<List<WriteResult>> write) {
            switch (dice()) {
                case 0 -> throw new StoreUnavailableException("away");
                case 1 -> throw new UnknownOutcomeException("request lost", new IllegalStateException());
                case 2 ->
                    throw new UnknownOutcomeException("reply lost to " + write.get(), new IllegalStateException());
                case 3 -> throw new IllegalStateException("a defect");
                default -> {
                    return write.get();
                }
            }
        }

        private int dice() {
            synchronized (random) {
                return random.nextInt(12);
            }
        }
    }
}
