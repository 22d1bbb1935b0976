// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.QueueLook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a look at the hub can be judged at all: it succeeded (each failure is its own reason, rule R-20), is young enough, by a clock
 * that is right, of a hub that is whole (R-20, R-2: a sum over nothing is not zero), and of the hub that publishes the events.
 */
final class LookRule implements ReadinessRule {
    static final Duration DRIFT = Duration.ofSeconds(5);
    static final Duration SKEW = Duration.ofSeconds(60);

    @Override
    public List<Finding> judge(HubCase hubCase) {
        FailedLook failure = hubCase.failure();
        if (failure != null) {
            return hubCase.isByEventsAlone() || hubCase.isNeverStarted()
                    ? List.of()
                    : List.of(failed(hubCase, failure));
        }
        HubLook look = hubCase.look();
        if (look == null) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        found.addAll(stale(hubCase, look));
        found.addAll(skew(hubCase, look));
        found.addAll(incomplete(hubCase, look));
        if (look.rows().unreadable() > 0) {
            found.add(unreadable(hubCase, look));
        }
        if (new Absence(hubCase, look).isMismatch()) {
            found.add(mismatch(hubCase));
        }
        return List.copyOf(found);
    }

    private static Reason failed(HubCase hubCase, FailedLook failure) {
        return new Reason(
                ReasonCode.valueOf(failure.trouble().name()), failure.message(), failure.fix(), hubCase.hub());
    }

    /** The age counts from the look's end; a look that took long may be twice as old as it took. */
    private static List<Finding> stale(HubCase hubCase, HubLook look) {
        Duration twice = look.times().duration().multipliedBy(2);
        Duration allowed = hubCase.policy().evidenceAge();
        Duration limit = twice.compareTo(allowed) > 0 ? twice : allowed;
        Duration age = Duration.between(look.endedAt(), hubCase.now());
        if (age.abs().compareTo(limit) <= 0) {
            return List.of();
        }
        return List.of(new Reason(
                ReasonCode.EVIDENCE_STALE,
                "the look at " + hubCase.hub() + " "
                        + (age.isNegative()
                                ? "is dated " + HumanDuration.elapsed(age.abs()) + " ahead"
                                : "is " + HumanDuration.elapsed(age) + " old")
                        + ", and " + HumanDuration.elapsed(limit) + " are allowed",
                "ask again",
                hubCase.hub()));
    }

    private static List<Finding> skew(HubCase hubCase, HubLook look) {
        Duration skew = look.times().skew();
        String off = "our clock is " + HumanDuration.elapsed(skew.abs()) + (skew.isNegative() ? " behind" : " ahead of")
                + " that of the storage of " + hubCase.hub();
        if (skew.abs().compareTo(SKEW) > 0) {
            return List.of(
                    new Reason(ReasonCode.CLOCK_SKEW, off, "set the clock of this machine right", hubCase.hub()));
        }
        return skew.abs().compareTo(DRIFT) > 0
                ? List.of(new Warning(WarningCode.CLOCK_DRIFT, off, hubCase.hub()))
                : List.of();
    }

    private static List<Finding> incomplete(HubCase hubCase, HubLook look) {
        int queues = look.layout().controlQueues();
        boolean whole =
                queues > 0 && holds(look.before(), queues) && (look.after().isEmpty() || holds(look.after(), queues));
        if (whole) {
            return List.of();
        }
        return List.of(new Reason(
                ReasonCode.HUB_INCOMPLETE,
                "not every queue of " + hubCase.hub() + " was seen, so nothing is known of its messages",
                "see that the hub's queues exist in the account that is configured for them",
                hubCase.hub()));
    }

    private static boolean holds(List<QueueLook> looks, int queues) {
        return IntStream.range(QueueLook.WORK_ITEMS, queues)
                .allMatch(number -> looks.stream().anyMatch(look -> look.number() == number));
    }

    private static Reason unreadable(HubCase hubCase, HubLook look) {
        long count = look.rows().unreadable();
        return new Reason(
                ReasonCode.EVIDENCE_CONTRADICTS,
                Count.of(count, "row", "rows") + " of " + hubCase.hub() + " cannot be understood, and each may be work",
                "look at the hub's table of instances",
                hubCase.hub());
    }

    private static Reason mismatch(HubCase hubCase) {
        return new Reason(
                ReasonCode.HUB_MISMATCH,
                "none of the orchestrations that events of " + hubCase.hub()
                        + " showed lately has a row in the hub that was read: it seems to be another one of that name",
                "see that the storage account that is configured is the app's own",
                hubCase.hub());
    }
}
