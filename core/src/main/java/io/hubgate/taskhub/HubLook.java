// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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

    /**
     * Returns this look with a later one at queues and owners added to it: both count. What this look saw of rows stays as old as it is.
     *
     * @param again a look of depth {@link Depth#QUEUES}
     * @return a look with more in {@code after} and {@code ownersAfter}, and with the earlier end
     * @throws IllegalArgumentException if the other look is at another hub
     */
    public HubLook lookedAtAgain(HubLook again) {
        if (!again.hub.equals(hub)) {
            throw new IllegalArgumentException("the looks are at " + hub + " and at " + again.hub);
        }
        return new HubLook(
                hub,
                times,
                again.layout.equals(layout) ? layout : layout.disagreeing(),
                rows,
                before,
                joined(after, joined(again.before, again.after)),
                owners,
                joined(ownersAfter, joined(again.owners, again.ownersAfter)),
                leftovers,
                requests + again.requests);
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
