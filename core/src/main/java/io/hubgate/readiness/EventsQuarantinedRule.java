// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.util.List;

/** What was acknowledged and not understood counts (rule R-8). */
final class EventsQuarantinedRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        long count = hubCase.events().quarantined();
        if (count == 0) {
            return List.of();
        }
        return List.of(new Reason(
                ReasonCode.EVENTS_QUARANTINED,
                Count.of(count, "event that names ", "events that name ") + hubCase.hub() + " or no readable hub "
                        + Count.choose(count, "is", "are") + " put aside, not understood",
                "look at " + Count.choose(count, "it", "them")
                        + " in the quarantine, and dismiss what says nothing about" + " work",
                hubCase.hub()));
    }
}
