// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.Wait;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Orchestrations that are alive block every intent (rules ): by the hub's rows, whatever their parents are, and by events
 * that the hub does not close. Alive is all that is not known to be terminal: Pending, Suspended, ContinuedAsNew and unknown words too.
 * The oldest is the one that has had its status for longest.
 */
final class InstancesActiveRule implements ReadinessRule {
    static final Comparator<Sample> OLDEST_FIRST =
            Comparator.comparing(Sample::since).thenComparing(Sample::firstSeen).thenComparing(Sample::instanceId);

    @Override
    public List<Finding> judge(HubCase hubCase) {
        Survey survey = Survey.of(hubCase);
        List<Finding> found = new ArrayList<>(survey.waived);
        long count = survey.active.size() + survey.heard.size() + survey.uncounted();
        if (count > 0) {
            found.add(blocker(hubCase, survey, count));
        }
        return List.copyOf(found);
    }

    private static Blocker blocker(HubCase hubCase, Survey survey, long count) {
        List<Sample> samples = Stream.concat(
                        survey.active.stream().map(row -> Sample.of(row, survey.tracked(row.id()))),
                        survey.heard.stream().map(Sample::of))
                .sorted(OLDEST_FIRST)
                .toList();
        long restarting = samples.stream().filter(Sample::restarts).count();
        return blocker(
                hubCase,
                BlockerCode.INSTANCES_ACTIVE,
                message(hubCase, samples, count, restarting),
                fix(count, restarting),
                count,
                samples,
                notBefore(survey, samples, count));
    }

    /** A blocker over samples, the oldest of which it shows. */
    static Blocker blocker(
            HubCase hubCase,
            BlockerCode code,
            String message,
            String fix,
            long count,
            List<Sample> oldestFirst,
            @Nullable Instant notBefore) {
        List<Sample> shown =
                oldestFirst.stream().limit(hubCase.policy().samples()).toList();
        Instant oldest = shown.isEmpty() ? null : shown.get(0).since();
        return new Blocker(code, message, fix, hubCase.hub(), count, oldest, shown, null, notBefore, null);
    }

    private static String message(HubCase hubCase, List<Sample> samples, long count, long restarting) {
        String still = Count.of(count, "orchestration is", "orchestrations are") + " still running in " + hubCase.hub()
                + restartNote(count, restarting);
        String waits =
                count == 1 && samples.size() == 1 ? Words.waits(samples.get(0).waits()) : null;
        return waits == null ? still : still + "; it waits for " + waits;
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

    /** The latest of the earliest ends, of instances that wait for timers and nothing else that history shows; null if there is none. */
    private static @Nullable Instant notBefore(Survey survey, List<Sample> samples, long count) {
        if (samples.size() != count || !survey.heard.isEmpty()) {
            return null;
        }
        return samples.stream()
                .map(InstancesActiveRule::earliestEnd)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant earliestEnd(Sample sample) {
        List<Wait> waits = sample.waits();
        if (waits == null || !waits.stream().allMatch(Wait.Timer.class::isInstance)) {
            return null;
        }
        return waits.stream()
                .map(wait -> ((Wait.Timer) wait).firesAt())
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Rows of the hub as samples, oldest first. */
    static List<Sample> samples(Survey survey, List<HubInstance> rows) {
        return rows.stream()
                .map(row -> Sample.of(row, survey.tracked(row.id())))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** The ids of samples as a sentence names the first of them. */
    static String first(List<Sample> samples) {
        InstanceId id = samples.get(0).instanceId();
        return samples.size() == 1 ? Words.quoted(id) : Words.quoted(id) + " and " + (samples.size() - 1) + " more";
    }

    /** Records of events as samples, oldest first. */
    static List<Sample> samplesOf(List<InstanceRecord> records) {
        return records.stream().map(Sample::of).sorted(OLDEST_FIRST).toList();
    }
}
