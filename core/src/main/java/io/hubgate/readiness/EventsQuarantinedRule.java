// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.util.List;

/** What was acknowledged and not understood counts (rule R-8). With the hub itself read, it is a warning. */
final class EventsQuarantinedRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        long count = hubCase.events().quarantined();
        if (count == 0 || (hubCase.failure() != null && !hubCase.isByEventsAlone())) {
            return List.of();
        }
        if (!hubCase.isByEventsAlone()) {
            return List.of(new Warning(
                    WarningCode.EVENTS_PUT_ASIDE,
                    Count.of(count, "event that may be about ", "events that may be about ") + hubCase.hub()
                            + Count.choose(count, " is", " are")
                            + " put aside, not understood; the hub itself was read",
                    hubCase.hub()));
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
