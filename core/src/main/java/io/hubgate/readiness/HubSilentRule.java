// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.util.List;

/**
 * A hub that was only staged, has had its settle window, and was never heard (rule R-6): READY, and the caller should know. If its storage was
 * looked for, nothing of it exists either.
 */
final class HubSilentRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        boolean silent = hubCase.isNeverStarted()
                || (hubCase.isByEventsAlone()
                        && !hubCase.events().isSeen()
                        && HubNeverSeenRule.mayBeSilent(hubCase.standing()));
        if (!silent || !SettleWindow.of(hubCase).isOver(hubCase.now())) {
            return List.of();
        }
        return List.of(new Warning(
                WarningCode.HUB_SILENT,
                hubCase.hub() + " was only staged, and no event of it ever came: it may never have started",
                hubCase.hub()));
    }
}
