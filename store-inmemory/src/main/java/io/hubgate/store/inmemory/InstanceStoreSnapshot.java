// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.TaskHubName;
import io.hubgate.store.TrackedHub;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@link InMemoryInstanceStore} held at one moment. Immutable. Of finished instances only their number can be read: the store itself
 * keeps a hash in the place of their ids.
 */
public final class InstanceStoreSnapshot {
    private final InstanceHash hash;
    private final Map<TaskHubName, Hub> hubs;

    InstanceStoreSnapshot(InstanceHash hash, Map<TaskHubName, Hub> hubs) {
        this.hash = hash;
        this.hubs = Map.copyOf(hubs);
    }

    /**
     * Returns what was tracked.
     *
     * @return each hub that was heard and not dropped
     */
    public Map<TaskHubName, Hub> hubs() {
        return hubs;
    }

    /**
     * Returns what was tracked of one hub.
     *
     * @param name the hub, compared without case
     * @return what was tracked, or empty if it was not heard or was dropped
     */
    public Optional<Hub> hub(TaskHubName name) {
        return Optional.ofNullable(hubs.get(name));
    }

    InstanceHash hash() {
        return hash;
    }

    /** What was tracked of one hub. Immutable. */
    public static final class Hub {
        private final TrackedHub tracked;
        private final boolean claimed;
        private final FinishedInstances finished;
        private final int lastVersion;

        Hub(TrackedHub tracked, boolean claimed, FinishedInstances finished, int lastVersion) {
            this.tracked = tracked;
            this.claimed = claimed;
            this.finished = finished;
            this.lastVersion = lastVersion;
        }

        /**
         * Returns the active instances, in the order of their ids, and the traffic.
         *
         * @return what {@link io.hubgate.store.InstanceStore#read} would have returned
         */
        public TrackedHub tracked() {
            return tracked;
        }

        /**
         * Tells whether an app owned the hub, as far as the store had been told.
         *
         * @return true once a batch said so
         */
        public boolean claimed() {
            return claimed;
        }

        /**
         * Returns how many finished instances were remembered.
         *
         * @return their number
         */
        public int finished() {
            return finished.size();
        }

        FinishedInstances finishedInstances() {
            return finished;
        }

        int lastVersion() {
            return lastVersion;
        }

        long size() {
            return (long) tracked.active().size() + finished.size();
        }
    }
}
