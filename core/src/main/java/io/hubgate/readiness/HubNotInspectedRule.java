// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.util.List;

/** Events alone are never enough to remove a hub's data (rules ). */
final class HubNotInspectedRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        if (hubCase.intent() != Intent.DELETE || !hubCase.isByEventsAlone()) {
            return List.of();
        }
        return List.of(new Reason(
                ReasonCode.HUB_NOT_INSPECTED,
                hubCase.hub() + " itself was not looked at, and events are not enough to remove its data",
                "configure an inspector for the hub's storage",
                hubCase.hub()));
    }
}
