// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.delivery.GroupCommit;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.EventEvidence;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceStore;

/** Forgets what Hubgate tracked of a hub whose removal has begun. Thread-safe. */
final class Forgetting {
    private final Shell shell;
    private final InstanceStore instances;
    private final GroupCommit groupCommit;
    private final ClaimDirectory directory;

    Forgetting(Shell shell, InstanceStore instances, GroupCommit groupCommit, ClaimDirectory directory) {
        this.shell = shell;
        this.instances = instances;
        this.groupCommit = groupCommit;
        this.directory = directory;
    }

    /** What events say of a hub whose release is REMOVING: none is stored here from now on. */
    EventEvidence lastLook(TaskHubName hub) {
        directory.forget(hub);
        return shell.evidence().read(hub, deadline());
    }

    void drop(TaskHubName hub) {
        instances.drop(hub, deadline());
        groupCommit.forget(hub);
    }

    /** To be called once the record says so. */
    void forgetPlace(TaskHubName hub) {
        directory.forget(hub);
    }

    private Deadline deadline() {
        return Deadline.in(shell.patience(), shell.clock());
    }
}
