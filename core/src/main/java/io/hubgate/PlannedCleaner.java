// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.CleanupOptions;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.TaskHubCleaner;
import io.hubgate.taskhub.TaskHubCleaners;

/** The cleaners with what their operator lets them remove. */
record PlannedCleaner(TaskHubCleaners cleaners, CleanupOptions options) {
    CleanupPlan plan(AppName app, TaskHubName hub, Deadline deadline) {
        return cleaner(app).plan(hub, options, deadline);
    }

    TaskHubCleaner cleaner(AppName app) {
        return cleaners.of(app);
    }
}
