// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.util.List;

/**
 * No event ever came of a hub that must have been heard (rule R-6): probably none can, so its silence says nothing. A hub that was only
 * staged may well be silent, if it is known when it was staged. Where the hub itself was read, it need not be heard.
 */
final class HubNeverSeenRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        if (!hubCase.isByEventsAlone() || hubCase.events().isSeen() || mayBeSilent(hubCase.standing())) {
            return List.of();
        }
        return List.of(new Reason(
                ReasonCode.HUB_NEVER_SEEN,
                "no event of " + hubCase.hub() + " ever came, so probably none can",
                "start one orchestration in that slot: its events prove that the hub is heard, and once it has finished and"
                        + " settled the verdict is READY",
                hubCase.hub()));
    }

    /**
     * Tells whether a hub may never have had anything to publish.
     *
     * @param standing where the hub stands
     * @return true if it was staged, at a known time, and never in production
     */
    static boolean mayBeSilent(Standing standing) {
        return standing.kind() == Standing.Kind.ONLY_STAGED && standing.stagedAt() != null;
    }
}
