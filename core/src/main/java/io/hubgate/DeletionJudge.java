// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import io.hubgate.store.Deadline;

/** Gives the verdict on removing a hub's data, which stands on a look at the hub itself. */
@FunctionalInterface
interface DeletionJudge {
    Verdict judge(CleanupRequest request, App app, TaskHubName hub, Deadline deadline);
}
