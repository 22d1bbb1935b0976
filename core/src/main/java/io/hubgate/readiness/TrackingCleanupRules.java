// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The rules of a clean-up in scope {@code TRACKING}, which removes what Hubgate itself knows of a hub and leaves the hub's tables (rule P-13):
 * the hub is retired, no slot holds or may hold it, the caller does not name it in use, {@code overwrite} is READY from events, and no entity
 * was ever seen in it. There is no grace period, and no look at the hub is needed. A pure function; immutable and thread-safe.
 */
public final class TrackingCleanupRules {
    private static final InSlotRule IN_SLOT = new InSlotRule();

    private final ReadinessRules rules;

    /**
     * Takes the rules for {@code overwrite}. An embedder's own among them are asked for {@code delete} too.
     *
     * @param rules the rules
     */
    public TrackingCleanupRules(ReadinessRules rules) {
        this.rules = rules;
    }

    /**
     * Returns the verdict on removing what Hubgate knows of a hub.
     *
     * @param hubCase the case, with any intent
     * @param inUse the hubs that the caller says are in use
     * @param dropEntities whether the entities that events showed may be forgotten
     * @return a verdict for the intent {@code delete}
     */
    public Verdict judge(HubCase hubCase, Collection<TaskHubName> inUse, boolean dropEntities) {
        HubCase delete = hubCase.asked(Intent.DELETE, hubCase.now());
        LinkedHashSet<Finding> found = new LinkedHashSet<>(RuleCall.ask(IN_SLOT, delete));
        if (inUse.contains(hubCase.hub())) {
            found.add(inUse(hubCase.hub()));
        }
        if (!dropEntities) {
            found.addAll(entities(hubCase));
        }
        found.addAll(rules.findings(hubCase.asked(Intent.OVERWRITE, hubCase.now())));
        found.addAll(rules.ownFindings(delete));
        return Verdict.of(
                Intent.DELETE,
                hubCase.now(),
                Confidence.EVENTS_ONLY,
                new ArrayList<>(found),
                List.of(hubCase.events().summary()));
    }

    static Blocker inUse(TaskHubName hub) {
        return Blocker.of(
                BlockerCode.IN_SLOT,
                hub,
                "the caller names " + hub + " as in use",
                "clean up once no app names the hub in its settings",
                null);
    }

    private static List<Blocker> entities(HubCase hubCase) {
        Traffic traffic = hubCase.events().traffic();
        if (traffic == null || traffic.entities() == 0) {
            return List.of();
        }
        long count = traffic.entities();
        return List.of(new Blocker(
                BlockerCode.ENTITIES_PRESENT,
                "events showed " + Count.of(count, "entity", "entities") + " in " + hubCase.hub(),
                "see that nobody needs " + Count.choose(count, "its", "their")
                        + " state, then clean up with dropEntities",
                hubCase.hub(),
                count,
                null,
                List.of(),
                null,
                null,
                null));
    }
}
