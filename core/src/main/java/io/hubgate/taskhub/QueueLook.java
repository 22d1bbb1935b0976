// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One queue at one moment. The service's count holds hidden messages too; a peek shows only visible ones, 32 at most.
 *
 * @param queue the queue's name
 * @param number the number of a control queue, or {@link #WORK_ITEMS}
 * @param readAt the service's clock when it was read
 * @param messages how many messages it holds, hidden ones included
 * @param visible the visible messages, the first {@link #MOST_PEEKED} of them
 */
public record QueueLook(String queue, int number, Instant readAt, long messages, List<QueueMessage> visible) {
    /** The number of the queue of activities. */
    public static final int WORK_ITEMS = -1;

    /** How many messages a peek shows at most. */
    public static final int MOST_PEEKED = 32;

    /** Copies the messages. */
    public QueueLook {
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(readAt, "readAt");
        visible = List.copyOf(visible);
    }

    /**
     * Tells whether this is the queue of activities, whose messages stay until the activity has finished and replied.
     *
     * @return false for a control queue
     */
    public boolean isWorkItems() {
        return number == WORK_ITEMS;
    }

    /**
     * Returns how many messages are hidden: taken by a host, or not yet due. With more visible messages than a peek shows it is an upper
     * bound.
     *
     * @return never negative
     */
    public long hidden() {
        return Math.max(0, messages - visible.size());
    }
}
