// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

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
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps instances in memory, by the whole store contract and within caps; what it holds is gone with the process.
 *
 * <p>Thread-safe: each hub has a lock of its own, so that hubs do not wait for each other. A call waits for a lock at most until its deadline;
 * an interrupted thread gets a {@link io.hubgate.store.StoreUnavailableException} and stays interrupted. There is no line to lose an answer
 * on: it never throws {@link io.hubgate.store.UnknownOutcomeException}.
 *
 * <p>An active instance takes some 200 bytes, a finished one at most 64: of it only a hash of the id, the status, the times and a revision
 * are kept, its receipt rounded up to a second. That two ids of a million share a hash has a probability of about 10⁻²⁷.
 *
 * <p>At the cap of instances a write that would create one throws {@link io.hubgate.store.StoreFullException} and nothing of its batch is
 * written; writes of instances that are there still succeed, so that a full store can drain. Instances of hubs that no app has claimed have
 * a lower cap; beyond it they are acknowledged, not kept, and the hub's traffic is {@code truncated} from then on (rule E-7). So has the
 * number of such hubs; beyond it their batches are refused.
 */
public final class InMemoryInstanceStore implements InstanceStore {
    private final InstanceHash hash;
    private final Capacity capacity;
    private final ConcurrentMap<TaskHubName, HubInstances> hubs = new ConcurrentHashMap<>();

    /** Held to add or remove a hub, and to keep the set of hubs still; always taken before the lock of a hub. */
    private final DeadlineLock membership = new DeadlineLock();

    /** Counted up for each hub that is added; it begins anywhere, so that no revision of one store is valid in another. */
    private long incarnations = new SecureRandom().nextLong();

    private InMemoryInstanceStore(Builder builder) {
        InstanceStoreSnapshot snapshot = builder.snapshot;
        hash = snapshot == null ? InstanceHash.random() : snapshot.hash();
        capacity = new Capacity(builder.maxInstances, builder.maxUnclaimed, builder.maxUnclaimedHubs);
        if (snapshot != null) {
            snapshot.hubs().forEach(this::restore);
        }
    }

    /**
     * Creates an empty store with the caps that a {@link Builder} begins with.
     *
     * @return the store
     */
    public static InMemoryInstanceStore create() {
        return builder().build();
    }

    /**
     * Returns a builder.
     *
     * @return a new one, with its defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public int maxBatch() {
        return Partitions.MAX_BATCH;
    }

    @Override
    public int partitionOf(TaskHubName hub, InstanceId instance) {
        return Partitions.of(instance);
    }

    @Override
    public Map<InstanceId, Versioned<InstanceRecord>> find(
            TaskHubName hub, Collection<InstanceId> instances, Deadline deadline) {
        return with(hub, deadline, "reading instances", kept -> kept.find(instances))
                .orElse(Map.of());
    }

    @Override
    public List<WriteResult> write(InstanceBatch batch, Deadline deadline) {
        Partitions.check(batch);
        while (true) {
            HubInstances hub = hubs.get(batch.hub());
            HubInstances target = hub != null ? hub : admit(batch, deadline);
            Optional<List<WriteResult>> results = target.lock.with(
                    deadline,
                    "writing instances",
                    () -> target.isDropped() ? Optional.empty() : Optional.of(target.write(batch)));
            if (results.isPresent()) {
                return results.get();
            }
            // The hub was dropped between the look and the lock: what comes now belongs to a new one.
        }
    }

    private HubInstances admit(InstanceBatch batch, Deadline deadline) {
        return membership.with(deadline, "writing instances", () -> {
            HubInstances present = hubs.get(batch.hub());
            if (present != null) {
                return present;
            }
            if (!batch.claimed()) {
                capacity.takeUnclaimedHub();
            }
            return add(batch.hub(), batch.claimed());
        });
    }

    private HubInstances add(TaskHubName name, boolean claimed) {
        incarnations++;
        HubInstances hub = new HubInstances(name, incarnations, claimed, hash, capacity);
        hubs.put(name, hub);
        return hub;
    }

    @Override
    public Optional<TrackedHub> read(TaskHubName hub, Deadline deadline) {
        return with(hub, deadline, "reading a hub", HubInstances::read).flatMap(Function.identity());
    }

    @Override
    public Page<InstanceRecord> listActive(TaskHubName hub, @Nullable String after, int limit, Deadline deadline) {
        Limits.page(limit);
        return with(hub, deadline, "listing instances", kept -> kept.listActive(after, limit))
                .orElse(new Page<>(List.of(), null));
    }

    @Override
    public void drop(TaskHubName hub, Deadline deadline) {
        membership.run(deadline, "dropping a hub", () -> {
            HubInstances known = hubs.get(hub);
            if (known != null) {
                known.lock.run(deadline, "dropping a hub", known::drop);
                hubs.remove(hub);
            }
        });
    }

    @Override
    public void forgetFinished(Instant receivedBefore, Deadline deadline) {
        DeadlineLock.check(deadline, "forgetting finished instances");
        for (HubInstances hub : hubs.values()) {
            hub.lock.run(deadline, "forgetting finished instances", () -> hub.forgetFinished(receivedBefore));
        }
    }

    /**
     * Returns what the store holds at one moment between two writes, of all hubs together.
     *
     * @param deadline when to give up
     * @return a copy that no later write changes
     */
    public InstanceStoreSnapshot snapshot(Deadline deadline) {
        return membership.with(deadline, "taking a snapshot of the instances", () -> {
            List<HubInstances> held = new ArrayList<>();
            try {
                for (HubInstances hub : hubs.values()) {
                    hub.lock.acquire(deadline, "taking a snapshot of the instances");
                    held.add(hub);
                }
                return snapshot(held);
            } finally {
                held.forEach(hub -> hub.lock.release());
            }
        });
    }

    private InstanceStoreSnapshot snapshot(List<HubInstances> held) {
        Map<TaskHubName, InstanceStoreSnapshot.Hub> copies = new HashMap<>();
        held.forEach(hub -> hub.snapshot().ifPresent(copy -> copies.put(hub.name, copy)));
        return new InstanceStoreSnapshot(hash, copies);
    }

    private void restore(TaskHubName name, InstanceStoreSnapshot.Hub copy) {
        if (copy.claimed()) {
            capacity.take(Math.toIntExact(copy.size()));
        } else {
            capacity.takeUnclaimedHub();
            capacity.takeUnclaimed(Math.toIntExact(copy.size()));
        }
        add(name, copy.claimed()).restore(copy);
    }

    /** Reads from a hub, if it is there; the deadline counts even if it is not. */
    private <T> Optional<T> with(TaskHubName name, Deadline deadline, String what, Function<HubInstances, T> reading) {
        HubInstances hub = hubs.get(name);
        if (hub == null) {
            DeadlineLock.check(deadline, what);
            return Optional.empty();
        }
        return Optional.of(hub.lock.with(deadline, what, () -> reading.apply(hub)));
    }

    /** Sets the caps of a store. Not thread-safe. */
    public static final class Builder {
        private long maxInstances = 1_000_000;
        private long maxUnclaimed = 100_000;
        private long maxUnclaimedHubs = 10_000;
        private @Nullable InstanceStoreSnapshot snapshot;

        private Builder() {}

        /**
         * Sets how many instances the store holds, active and finished, claimed and unclaimed together.
         *
         * @param most at least 1; 1,000,000 unless set
         * @return this builder
         */
        public Builder maxInstances(long most) {
            maxInstances = positive(most);
            return this;
        }

        /**
         * Sets how many instances the store holds of hubs that no app has claimed, all such hubs together.
         *
         * @param most at least 1; 100,000 unless set
         * @return this builder
         */
        public Builder maxUnclaimed(long most) {
            maxUnclaimed = positive(most);
            return this;
        }

        /**
         * Sets how many hubs that no app has claimed the store knows.
         *
         * @param most at least 1; 10,000 unless set
         * @return this builder
         */
        public Builder maxUnclaimedHubs(long most) {
            maxUnclaimedHubs = positive(most);
            return this;
        }

        /**
         * Lets the store begin with what another one held. Revisions that the other one gave are not valid in it.
         *
         * @param held what the other one held
         * @return this builder
         */
        public Builder restoring(InstanceStoreSnapshot held) {
            snapshot = held;
            return this;
        }

        /**
         * Creates the store.
         *
         * @return a new store
         * @throws io.hubgate.store.StoreFullException if the snapshot to restore does not fit the caps
         */
        public InMemoryInstanceStore build() {
            return new InMemoryInstanceStore(this);
        }

        private static long positive(long most) {
            if (most < 1) {
                throw new IllegalArgumentException("a cap is at least 1, not " + most);
            }
            return most;
        }
    }
}
