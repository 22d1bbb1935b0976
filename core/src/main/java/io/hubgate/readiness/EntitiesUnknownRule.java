// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.tracking.Traffic;
import java.util.List;

/** Entities cannot be known from events (rule R-13): one Running on first use at most, and from isolated workers nothing. */
final class EntitiesUnknownRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        if (!hubCase.isByEventsAlone()) {
            return List.of();
        }
        Traffic traffic = hubCase.events().traffic();
        long shown = traffic == null ? 0 : traffic.entities();
        return List.of(new Warning(
                WarningCode.ENTITIES_UNKNOWN,
                hubCase.hub() + " itself was not looked at, so its entities are not known; events showed "
                        + (shown == 0 ? "none" : Count.of(shown, "entity", "entities")),
                hubCase.hub()));
    }
}
