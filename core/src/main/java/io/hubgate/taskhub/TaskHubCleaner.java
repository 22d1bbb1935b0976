// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;

/**
 * Removes the storage of task hubs, artefact by artefact. It removes only what a plan names, and a plan names only what is exactly the hub's:
 * {@code orders1} never touches {@code orders10}. Whether a hub may be removed is decided before, by the rules.
 *
 * <p>Implementations are thread-safe, block, honour interruption and start no threads.
 */
public interface TaskHubCleaner {
    /**
     * Lists what a removal would remove, by looking. Writes nothing.
     *
     * @param hub the hub
     * @param options what may be removed
     * @param deadline when to give up
     * @return the plan; empty if nothing of the hub is left
     * @throws io.hubgate.error.HubgateException if storage cannot be read
     */
    CleanupPlan plan(TaskHubName hub, CleanupOptions options, Deadline deadline);

    /**
     * Carries on with a plan in its order until it is done or the deadline comes. Idempotent and resumable: what is gone already counts as
     * removed, also after a crash. Before each artefact it looks whether the hub lives again: a host that owns a partition, a row or message
     * newer than the plan, or an artefact that was made again.
     *
     * @param plan the plan, as it was recorded when the removal began
     * @param deadline when to stop; what is left is told
     * @return how far it came
     * @throws io.hubgate.error.HubgateException if storage cannot be reached
     */
    CleanupProgress carryOn(CleanupPlan plan, Deadline deadline);
}
