// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Orchestrations that block for a reason of their own, since something else is to be done about them than to wait: scheduled starts, among
 * them terminated ones that the engine will run all the same (rule R-12), rows that say Running although their history has ended, what
 * its app declared to be eternal, and what events call active and the hub has no row of.
 */
final class OtherInstancesRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        Survey survey = Survey.of(hubCase);
        List<Finding> found = new ArrayList<>();
        if (!survey.scheduled.isEmpty()) {
            found.add(scheduled(hubCase, survey));
        }
        if (!survey.stale.isEmpty()) {
            found.add(stale(hubCase, survey));
        }
        if (!survey.eternal.isEmpty() || !survey.heardEternal.isEmpty()) {
            found.add(eternal(hubCase, survey));
        }
        if (!survey.unaccounted.isEmpty()) {
            found.add(unaccounted(hubCase, survey));
        }
        return List.copyOf(found);
    }

    private static Blocker scheduled(HubCase hubCase, Survey survey) {
        List<Sample> samples = InstancesActiveRule.samples(survey, survey.scheduled);
        long terminated = survey.scheduled.stream()
                .filter(row -> row.status().isTerminal())
                .count();
        Instant last = survey.scheduled.stream()
                .map(HubInstance::scheduledFor)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(null);
        long count = samples.size();
        String message = Count.of(count, "orchestration is", "orchestrations are") + " scheduled to start in "
                + hubCase.hub() + ", the last at " + last
                + (terminated == 0 ? "" : "; the engine will start what was terminated before its time, too");
        return InstancesActiveRule.blocker(
                hubCase,
                BlockerCode.INSTANCES_SCHEDULED,
                message,
                "wait for " + Count.choose(count, "it", "them") + ", or purge by id and wait for the start to pass",
                count,
                samples,
                last);
    }

    private static Blocker stale(HubCase hubCase, Survey survey) {
        List<Sample> samples = InstancesActiveRule.samples(survey, survey.stale);
        return InstancesActiveRule.blocker(
                hubCase,
                BlockerCode.STALE_STATUS,
                Count.of(samples.size(), "row", "rows") + " of " + hubCase.hub()
                        + " still " + Count.choose(samples.size(), "says", "say") + " Running although the history has"
                        + " ended: " + InstancesActiveRule.first(samples),
                "look at the history, then waive by id",
                samples.size(),
                samples,
                null);
    }

    private static Blocker eternal(HubCase hubCase, Survey survey) {
        List<Sample> samples = Stream.concat(
                        InstancesActiveRule.samples(survey, survey.eternal).stream(),
                        InstancesActiveRule.samplesOf(survey.heardEternal).stream())
                .sorted(InstancesActiveRule.OLDEST_FIRST)
                .toList();
        String handOver = survey.handOver(samples.get(0).functionName());
        return InstancesActiveRule.blocker(
                hubCase,
                BlockerCode.ETERNAL,
                Count.of(samples.size(), "orchestration", "orchestrations") + " of " + hubCase.hub()
                        + " will never drain: " + InstancesActiveRule.first(samples),
                handOver.isBlank() ? "hand its work over, then terminate it or have it ignored by id" : handOver,
                samples.size(),
                samples,
                null);
    }

    private static Blocker unaccounted(HubCase hubCase, Survey survey) {
        List<Sample> samples = InstancesActiveRule.samplesOf(survey.unaccounted);
        return InstancesActiveRule.blocker(
                        hubCase,
                        BlockerCode.INSTANCE_UNACCOUNTED,
                        "events call " + Count.of(samples.size(), "orchestration", "orchestrations") + " of "
                                + hubCase.hub() + " active that the hub has no row of: "
                                + InstancesActiveRule.first(samples),
                        "ask again in an hour: a row that is missing then too was purged; or waive by id",
                        samples.size(),
                        samples,
                        null)
                .ending(null, closesBy(hubCase, survey));
    }

    /** When the last of them is closed if it stays away and no event comes. */
    private static @Nullable Instant closesBy(HubCase hubCase, Survey survey) {
        HubLook look = hubCase.look();
        if (look == null) {
            return null;
        }
        Absence absence = new Absence(hubCase, look);
        return survey.unaccounted.stream()
                .map(record -> {
                    Instant since = hubCase.memory().absentSince().get(record.id());
                    Instant from = since == null || record.receivedAt().isAfter(since) ? look.endedAt() : since;
                    return from.plus(absence.isIdentified() ? Absence.APART : Absence.APART_IN_DOUBT);
                })
                .max(Instant::compareTo)
                .orElse(null);
    }
}
