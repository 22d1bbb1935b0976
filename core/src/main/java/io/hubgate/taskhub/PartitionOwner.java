// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who owns one partition of a hub, as one of the engine's partition managers wrote it down.
 *
 * @param partition the control queue, or the blob, that it is about
 * @param manager which manager keeps it
 * @param owner the host, or null if nobody owns it: an orderly stop takes the name away and leaves {@code expiresAt} ahead
 * @param expiresAt until when the ownership in a table holds, on the host's clock, or null
 * @param leased whether a blob is leased now
 * @param stamp changes with each write of the row or blob: two looks that differ in it have seen a living host
 */
public record PartitionOwner(
        String partition,
        Keeping manager,
        @Nullable String owner,
        @Nullable Instant expiresAt,
        boolean leased,
        String stamp) {
    /** How the engine keeps its partitions. */
    public enum Keeping {
        /** Rows of the table of partitions. */
        TABLE,
        /** Leases of blobs, by the safe or the legacy manager. */
        LEASES
    }

    /** Checks that the parts that always exist do. */
    public PartitionOwner {
        Objects.requireNonNull(partition, "partition");
        Objects.requireNonNull(manager, "manager");
        Objects.requireNonNull(stamp, "stamp");
    }

    /**
     * Tells whether a host processes this partition (rule R-17).
     *
     * @param serviceNow the service's clock
     * @return true if a table names an owner whose time is not over, or a blob is leased
     */
    public boolean isAlive(Instant serviceNow) {
        return manager == Keeping.LEASES
                ? leased
                : owner != null && !owner.isEmpty() && expiresAt != null && expiresAt.isAfter(serviceNow);
    }
}
