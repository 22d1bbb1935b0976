// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.CleanupOptions;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.TaskHubCleaner;

/** A cleaner with what its operator lets it remove. */
record PlannedCleaner(TaskHubCleaner cleaner, CleanupOptions options) {
    CleanupPlan plan(TaskHubName hub, Deadline deadline) {
        return cleaner.plan(hub, options, deadline);
    }
}
