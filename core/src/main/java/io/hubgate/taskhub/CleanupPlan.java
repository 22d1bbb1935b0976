// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a removal of a hub removes, in the order in which it does: queues, leases and partitions, large messages, history, instances. Recorded
 * when the removal begins; nothing that is not in it is ever removed.
 *
 * @param hub the hub
 * @param madeAt the service's clock when it was made: what is newer is a sign of life
 * @param artefacts what is removed, in order
 * @param kept what was found and stays: rows in tables that other hubs use too (rule P-13)
 */
public record CleanupPlan(TaskHubName hub, Instant madeAt, List<Artefact> artefacts, List<Artefact> kept) {
    /** Copies the lists. */
    public CleanupPlan {
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(madeAt, "madeAt");
        artefacts = List.copyOf(artefacts);
        kept = List.copyOf(kept);
    }

    /**
     * Tells whether nothing of the hub was found.
     *
     * @return true if there is nothing to remove and nothing that stays
     */
    public boolean isEmpty() {
        return artefacts.isEmpty() && kept.isEmpty();
    }

    /** What kind of storage an artefact is. */
    public enum Kind {
        /** A queue, whole. */
        QUEUE,
        /** A container of blobs, whole. */
        CONTAINER,
        /** A table, whole. */
        TABLE,
        /** The rows of this hub in a table that others use too. */
        SHARED_ROWS
    }

    /**
     * One artefact.
     *
     * @param kind what it is
     * @param name its name in the account
     * @param tracking whether it is in the tracking store's account rather than the hub's own
     * @param size how many messages or rows it holds where that is cheap to tell, or null
     */
    public record Artefact(
            Kind kind,
            String name,
            boolean tracking,
            @Nullable Long size) {
        /**
         * Checks that the parts that always exist do.
         *
         * @throws IllegalArgumentException if the name is empty or the size negative
         */
        public Artefact {
            Objects.requireNonNull(kind, "kind");
            if (name.isEmpty() || (size != null && size < 0)) {
                throw new IllegalArgumentException("an artefact has a name and no negative size");
            }
        }

        /**
         * Returns it in words.
         *
         * @return for example {@code queue orders419-control-00}
         */
        public String words() {
            return switch (kind) {
                case QUEUE -> "queue " + name;
                case CONTAINER -> "container " + name;
                case TABLE -> "table " + name;
                case SHARED_ROWS -> "rows in the shared table " + name;
            };
        }
    }
}
