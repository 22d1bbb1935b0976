// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.HubCase;
import io.hubgate.readiness.HubCleanupRules;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Verdict;
import io.hubgate.store.Deadline;

/** Judges by all that the shell can read. */
final class HubDeletionJudge implements DeletionJudge {
    private final Shell shell;

    HubDeletionJudge(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Verdict judge(CleanupRequest request, App app, TaskHubName hub, Deadline deadline) {
        HubCase hubCase = shell.evidence().caseOf(app, hub, Intent.DELETE, deadline);
        return new HubCleanupRules(shell.rules()).judge(hubCase, request.inUse(), request.dropEntities());
    }
}
