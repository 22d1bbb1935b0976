// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;

/**
 * Knows where the events of a hub belong. It is asked once per hub and delivery, so it should answer from memory most of the time; an answer
 * that is a little old is harmless. Implementations are thread-safe.
 */
@FunctionalInterface
public interface HubDirectory {
    /**
     * Returns the place of a hub's events.
     *
     * @param hub the hub, compared without case
     * @param deadline when to give up
     * @return its place
     * @throws io.hubgate.store.StoreUnavailableException if that cannot be told now; the delivery then comes again
     */
    HubPlace placeOf(TaskHubName hub, Deadline deadline);
}
