// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.Actor;
import io.hubgate.model.TaskHubName;

/** How one hub is cleaned up, in one scope. */
interface HubCleanup {
    /** Judges a retired release and, if nothing stands against it, removes it as far as the time allows. */
    CleanupResult begin(CleanupRequest request, Actor actor, App app, TaskHubName hub);

    /** Goes on with a removal that has begun. */
    CleanupResult carryOn(CleanupRequest request, Actor actor, TaskHubName hub);

    /** Tells of a hub that is being removed, or is, without doing anything. */
    CleanupResult told(TaskHubName hub, ReleasePhase phase);

    /** Tells of a hub with which something went wrong. */
    CleanupResult failed(TaskHubName hub, String why);
}
