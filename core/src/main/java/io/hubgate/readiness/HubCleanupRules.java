// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The rules of a clean-up in scope {@code TASK_HUB}, which removes the hub itself (rules P-13, R-17): those of the intent {@code delete}, and
 * the caller does not name the hub in use. A pure function; immutable and thread-safe.
 */
public final class HubCleanupRules {
    private final ReadinessRules rules;

    /**
     * Takes the rules for {@code delete}.
     *
     * @param rules the rules
     */
    public HubCleanupRules(ReadinessRules rules) {
        this.rules = rules;
    }

    /**
     * Returns the verdict on removing a hub.
     *
     * @param hubCase the case, with any intent
     * @param inUse the hubs that the caller says are in use
     * @param dropEntities whether the caller lets state of entities go, whatever the app's policy says
     * @return a verdict for the intent {@code delete}
     */
    public Verdict judge(HubCase hubCase, Collection<TaskHubName> inUse, boolean dropEntities) {
        List<Finding> against = new ArrayList<>();
        if (inUse.contains(hubCase.hub())) {
            against.add(TrackingCleanupRules.inUse(hubCase.hub()));
        }
        HubCase asked = dropEntities ? hubCase.droppingEntities() : hubCase;
        return rules.judge(Intent.DELETE, List.of(asked), against, hubCase.now());
    }
}
