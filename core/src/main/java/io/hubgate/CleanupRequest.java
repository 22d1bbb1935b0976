// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.Options;
import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a clean-up may do.
 *
 * @param app the app
 * @param taskHub the hub that should be live, or null; naming it confirms an open exchange (rule P-10)
 * @param inUse hubs that the caller knows to be in use
 * @param dryRun whether only a plan is wanted
 * @param dropEntities whether state of entities may go
 * @param mayConfirm whether the caller's role allows it to confirm an exchange
 * @param mayRemove whether the caller's role allows it to remove the data of hubs themselves, where a cleaner is configured
 * @param options what else was said
 */
public record CleanupRequest(
        AppName app,
        @Nullable TaskHubName taskHub,
        Set<TaskHubName> inUse,
        boolean dryRun,
        boolean dropEntities,
        boolean mayConfirm,
        boolean mayRemove,
        Options options) {
    /** Copies the set. */
    public CleanupRequest {
        inUse = Set.copyOf(inUse);
    }

    /**
     * Returns the plain request of a pipeline's last step.
     *
     * @param app the app
     * @param taskHub the hub that should be live
     * @return the request
     */
    public static CleanupRequest of(AppName app, TaskHubName taskHub) {
        return new CleanupRequest(app, taskHub, Set.of(), false, false, true, true, Options.NONE);
    }

    /** The reason alone: what else was said is about the call as a whole. */
    Options reason() {
        return options.reason() == null ? Options.NONE : Options.NONE.because(options.reason());
    }
}
