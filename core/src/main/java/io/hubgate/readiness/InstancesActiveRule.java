// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.tracking.InstanceRecord;
import java.util.Comparator;
import java.util.List;

/**
 * Orchestrations that events show alive block every intent (rules ). Alive is all that is not known to be terminal: Pending,
 * Suspended, ContinuedAsNew and unknown words too. The oldest is the one that has had its status for longest.
 */
final class InstancesActiveRule implements ReadinessRule {
    private static final Comparator<InstanceRecord> OLDEST_FIRST = Comparator.comparing(InstanceRecord::since)
            .thenComparing(record -> Sample.of(record).firstSeen())
            .thenComparing(InstanceRecord::id);

    @Override
    public List<Finding> judge(HubCase hubCase) {
        EventEvidence events = hubCase.events();
        long count = events.activeCount();
        if (count == 0) {
            return List.of();
        }
        List<Sample> oldest = events.active().stream()
                .sorted(OLDEST_FIRST)
                .limit(hubCase.policy().samples())
                .map(Sample::of)
                .toList();
        return List.of(new Blocker(
                BlockerCode.INSTANCES_ACTIVE,
                message(hubCase, count),
                fix(count, restarting(events)),
                hubCase.hub(),
                count,
                oldest.isEmpty() ? null : oldest.get(0).since(),
                oldest,
                null));
    }

    private static String message(HubCase hubCase, long count) {
        return Count.of(count, "orchestration is", "orchestrations are") + " still running in " + hubCase.hub()
                + restartNote(count, restarting(hubCase.events()));
    }

    private static String restartNote(long count, long restarting) {
        if (restarting == 0) {
            return "";
        }
        String subject = count == 1 ? "it" : restarting + " of them";
        return "; " + subject + Count.choose(restarting, " restarts itself", " restart themselves");
    }

    private static String fix(long count, long restarting) {
        String it = Count.choose(count, "it", "them");
        String wait = "wait for " + it + ", or terminate or waive " + it + " by id";
        return restarting == 0 ? wait : wait + "; what restarts itself may never end by waiting";
    }

    private static long restarting(EventEvidence events) {
        return events.active().stream().filter(InstanceRecord::restarts).count();
    }
}
