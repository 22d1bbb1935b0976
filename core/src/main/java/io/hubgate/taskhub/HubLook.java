// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What an inspection saw of a hub. Facts only: whether they amount to READY is for the rules to say.
 *
 * @param hub the hub
 * @param times when the look took place
 * @param layout how the hub is laid out
 * @param rows what the table of instances holds
 * @param before every queue, read before the scan of the table
 * @param after every queue again, read after it in the opposite order; empty if the look stopped at its first blocker
 * @param owners who owns the partitions, read before the scan
 * @param ownersAfter the same after it; empty if the look stopped
 * @param leftovers timers of finished instances, read for queues that hold hidden messages, remembered ones included
 * @param requests how many requests the look took
 */
public record HubLook(
        TaskHubName hub,
        LookTimes times,
        HubLayout layout,
        HubRows rows,
        List<QueueLook> before,
        List<QueueLook> after,
        List<PartitionOwner> owners,
        List<PartitionOwner> ownersAfter,
        List<OpenTimer> leftovers,
        long requests)
        implements Inspection {
    /** Copies the lists. */
    public HubLook {
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(rows, "rows");
        before = List.copyOf(before);
        after = List.copyOf(after);
        owners = List.copyOf(owners);
        ownersAfter = List.copyOf(ownersAfter);
        leftovers = List.copyOf(leftovers);
    }

    @Override
    public Instant endedAt() {
        return times.endedAt();
    }

    /**
     * Tells whether everything was looked at, twice where the rules want it.
     *
     * @return false if the look stopped at its first blocker
     */
    public boolean isComplete() {
        return rows.complete() && !after.isEmpty();
    }
}
