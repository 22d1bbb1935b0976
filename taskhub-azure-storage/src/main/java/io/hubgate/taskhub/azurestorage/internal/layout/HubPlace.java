// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.layout;

import io.hubgate.taskhub.HubLayout;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hub that was found whole: where it is and what of it exists.
 *
 * @param names its names
 * @param own the account of its queues
 * @param tracking the account of its tables and leases; the same without a tracking store
 * @param instances the table of instances, in its real casing
 * @param history the table of history, in its real casing
 * @param partitions the table of partitions, or null
 * @param leases whether there is a container of leases
 * @param controlQueues the numbers of all control queues, ascending, without a gap
 * @param layout the same in the words of the SPI
 */
public record HubPlace(
        HubNames names,
        Connection own,
        Connection tracking,
        String instances,
        String history,
        @Nullable String partitions,
        boolean leases,
        List<Integer> controlQueues,
        HubLayout layout) {
    /** Copies the list. */
    public HubPlace {
        controlQueues = List.copyOf(controlQueues);
    }
}
