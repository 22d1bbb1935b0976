// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.tracking.Traffic;
import java.util.ArrayList;
import java.util.List;

/**
 * Not all events of the hub are published or kept, so a silence may hide work: more than a few orchestrations ended that never showed a start
 * (rule R-10), or events came while nobody had claimed the hub and the cap was reached (rule E-7). Where the hub itself was read, its rows
 * decide.
 */
final class EventsPartialRule implements ReadinessRule {
    /** As many starts may be lost or overtaken before it means that starts are not published. */
    static final long FEW_WITHOUT_START = 3;

    @Override
    public List<Finding> judge(HubCase hubCase) {
        Traffic traffic = hubCase.events().traffic();
        if (traffic == null || !hubCase.isByEventsAlone()) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        if (traffic.withoutStart() > FEW_WITHOUT_START) {
            found.add(partial(
                    hubCase,
                    traffic.withoutStart() + " orchestrations of " + hubCase.hub()
                            + " ended and never showed a start, so starts seem not to be published",
                    "publish Started events too (publishEventTypes in host.json)"));
        }
        if (traffic.truncated()) {
            found.add(partial(
                    hubCase,
                    "events of " + hubCase.hub() + " came before an app had claimed it, and not all could be kept",
                    "declare apps before their hubs publish; for this hub, look at the hub itself or force"));
        }
        return found;
    }

    private static Reason partial(HubCase hubCase, String message, String fix) {
        return new Reason(ReasonCode.EVENTS_PARTIAL, message, fix, hubCase.hub());
    }
}
