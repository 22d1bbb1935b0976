// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Standing;

/** Says where a hub stands in an app's record, in the words of the rules. */
final class Standings {
    private Standings() {}

    static Standing of(App app, TaskHubName hub) {
        boolean inProduction = hub.equals(app.liveHub());
        boolean inSlot = app.mayHold(hub);
        return app.release(hub)
                .filter(Standings::lives)
                .map(release -> of(release, inProduction, inSlot))
                .orElseGet(() -> new Standing(hub, Standing.Kind.FOREIGN, inProduction, inSlot, null, null, null));
    }

    private static boolean lives(Release release) {
        return release.phase() != ReleasePhase.REMOVING && release.phase() != ReleasePhase.DELETED;
    }

    private static Standing of(Release release, boolean inProduction, boolean inSlot) {
        Release.Times times = release.times();
        return new Standing(
                release.taskHub(),
                release.wasLive() ? Standing.Kind.HELD_PRODUCTION : Standing.Kind.ONLY_STAGED,
                inProduction,
                inSlot,
                times.stagedAt(),
                times.leftProductionAt(),
                release.phase() == ReleasePhase.RETIRED ? times.retiredAt() : null);
    }
}
