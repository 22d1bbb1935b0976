// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.LifecycleEvent;
import java.util.List;

/**
 * The events of one hub in one delivery.
 *
 * @param hub the hub
 * @param claimed whether an app owns it
 * @param events its events, in any order, each naming this hub
 */
public record HubEvents(TaskHubName hub, boolean claimed, List<LifecycleEvent> events) {
    /** Copies the events. */
    public HubEvents {
        events = List.copyOf(events);
    }
}
