// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import io.hubgate.taskhub.HubLook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the hubs that an app's record has in its slots with those on which hosts were seen alive. A difference is a warning: an app that is
 * idle may have no host for a while, but then none is to be expected on its other hubs either.
 */
public final class Drift {
    private Drift() {}

    /**
     * What was seen lately of one hub of an app.
     *
     * @param hub the hub
     * @param retired whether no slot records it any more
     * @param look the latest look at it, which is young enough to count
     */
    public record Seen(TaskHubName hub, boolean retired, HubLook look) {
        boolean isAlive() {
            return HostActiveRule.isAlive(look);
        }
    }

    /**
     * Returns the differences.
     *
     * @param live the hub that is recorded in production, or null
     * @param seen what was seen of the app's hubs; one that was not looked at says nothing
     * @return a warning for each retired hub with a living host, and one if production's has none while another has
     */
    public static List<Warning> of(@Nullable TaskHubName live, List<Seen> seen) {
        List<Seen> others = seen.stream()
                .filter(one -> !one.hub().equals(live) && one.isAlive())
                .sorted(Comparator.comparing(one -> one.hub().key()))
                .toList();
        List<Warning> warnings = new ArrayList<>();
        for (Seen other : others) {
            if (other.retired()) {
                warnings.add(new Warning(
                        WarningCode.SLOTS_DRIFTED,
                        "a host works on " + other.hub()
                                + ", which no slot records any more: does a slot or another app still name it?",
                        other.hub()));
            }
        }
        boolean idle = seen.stream().anyMatch(one -> one.hub().equals(live) && !one.isAlive());
        if (live != null && idle && !others.isEmpty()) {
            warnings.add(new Warning(
                    WarningCode.SLOTS_DRIFTED,
                    "no host works on " + live + ", which production records, and one works on "
                            + others.get(0).hub() + ": was the swap made, or was one made by hand?",
                    live));
        }
        return List.copyOf(warnings);
    }
}
