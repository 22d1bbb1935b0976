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
 */
public record CleanupPlan(TaskHubName hub, Instant madeAt, List<Artefact> artefacts) {
    /** Copies the list. */
    public CleanupPlan {
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(madeAt, "madeAt");
        artefacts = List.copyOf(artefacts);
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
     * @param size how many messages, rows or blobs it holds where that is cheap to tell, or null
     */
    public record Artefact(
            Kind kind,
            String name,
            boolean tracking,
            @Nullable Long size) {
        /** Checks that the parts that always exist do. */
        public Artefact {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(name, "name");
        }
    }
}
