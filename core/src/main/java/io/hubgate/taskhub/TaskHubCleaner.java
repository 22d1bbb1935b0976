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
     * Removes the next artefact of a removal, unless the hub lives again: a host owns a partition, a row or message is newer than the plan, or
     * an artefact that was gone is there again. Idempotent: what is gone already counts as removed, also after a crash.
     *
     * @param removal the removal as it is recorded, with something left
     * @param deadline when to stop
     * @return what came of it
     * @throws io.hubgate.error.HubgateException if storage cannot be reached
     */
    CleanupProgress removeNext(Removal removal, Deadline deadline);
}
