// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.tracking.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Work began in the hub after its confirmed end in production, while nothing else was active (rule P-6): the sign of a swap that did not
 * happen, or of a caller that names the old hub.
 *
 * <p>One read of the events tells this approximately: the earliest of the active orchestrations began after that end, and the latest terminal
 * event, if there is one, is older than that beginning. So late starts are not seen once they have finished, nor beside an
 * instance that ended later than they began; and event times are the hosts', the end is ours, so within their clocks' difference it may err.
 * It is a warning only. A look at the hub confirms it: rows tell what events lost, and refute what they made up.
 */
final class LateStartsRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        Instant left = hubCase.standing().leftProductionAt();
        List<Sample> alive = alive(hubCase);
        Instant began =
                alive.stream().map(Sample::firstSeen).min(Instant::compareTo).orElse(null);
        if (left == null || began == null || hubCase.standing().inProduction() || !began.isAfter(left)) {
            return List.of();
        }
        Traffic traffic = hubCase.events().traffic();
        Instant ended = traffic == null ? null : traffic.lastTerminalAt();
        if (ended != null && !ended.isBefore(began)) {
            return List.of();
        }
        return List.of(new Warning(
                WarningCode.LATE_STARTS,
                Count.of(alive.size(), "orchestration", "orchestrations") + " began in "
                        + hubCase.hub()
                        + " after its time in production had ended: was the swap made, does a caller name the old hub?",
                hubCase.hub()));
    }

    /** The warning about what is alive in a hub that was seen drained, and began after that. */
    static Optional<Warning> since(HubCase hubCase, Instant drained) {
        List<Sample> late = alive(hubCase).stream()
                .filter(sample -> sample.firstSeen().isAfter(drained))
                .toList();
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        WarningCode.LATE_STARTS,
                        Count.of(late.size(), "orchestration", "orchestrations") + " began in " + hubCase.hub()
                                + " after it was seen drained and before its code was overwritten: nobody will end "
                                + Count.choose(late.size(), "it", "them"),
                        hubCase.hub()));
    }

    /** What is alive: by events, and where the hub was read, by its rows and by events that it does not refute. */
    private static List<Sample> alive(HubCase hubCase) {
        Survey survey = Survey.of(hubCase);
        return Stream.of(
                        InstancesActiveRule.samples(survey, survey.active),
                        InstancesActiveRule.samples(survey, survey.eternal),
                        InstancesActiveRule.samplesOf(survey.heard),
                        InstancesActiveRule.samplesOf(survey.heardEternal))
                .flatMap(List::stream)
                .toList();
    }
}
