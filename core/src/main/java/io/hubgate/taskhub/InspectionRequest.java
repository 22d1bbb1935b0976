// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What an inspector is asked.
 *
 * @param hub the hub, in any letter case
 * @param depth how far to look
 * @param suspects instances that blocked last time: they are read first, and one that is still alive ends the inspection unless everything
 *     is wanted (rule R-11)
 * @param tracked instances that events call active: the state of each one's row is told, whatever it is
 * @param remembered timers that earlier inspections saw in the history of instances which had finished: they explain hidden messages although
 *     the history may be gone
 */
public record InspectionRequest(
        TaskHubName hub, Depth depth, List<InstanceId> suspects, Set<InstanceId> tracked, List<OpenTimer> remembered) {
    /** Copies the collections. */
    public InspectionRequest {
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(depth, "depth");
        suspects = List.copyOf(suspects);
        tracked = Set.copyOf(tracked);
        remembered = List.copyOf(remembered);
    }

    /**
     * Returns a request about a hub of which nothing is known yet.
     *
     * @param hub the hub
     * @param depth how far to look
     * @return the request
     */
    public static InspectionRequest of(TaskHubName hub, Depth depth) {
        return new InspectionRequest(hub, depth, List.of(), Set.of(), List.of());
    }
}
