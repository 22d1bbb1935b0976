// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.util.List;

/** A hub in production is never READY for overwrite or stop (rule R-9): its next start may come at any time. */
final class StillRoutedRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        if (hubCase.intent() == Intent.DELETE || !hubCase.standing().inProduction()) {
            return List.of();
        }
        return List.of(Blocker.of(
                BlockerCode.STILL_ROUTED,
                hubCase.hub(),
                hubCase.hub() + " is in production",
                "swap another release into production and confirm it",
                null));
    }
}
