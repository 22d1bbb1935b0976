// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import io.hubgate.model.Text;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a verdict's sentence.
 *
 * @param at the moment of the verdict, which ages are counted from
 * @param named the hub that the line has named already, or null; what is about that hub is said more shortly
 */
record Clauses(Instant at, @Nullable TaskHubName named) {
    private static final int LONGEST_MESSAGE = 240;

    /**
     * Returns a reason as a clause.
     *
     * @param reason the reason
     * @return its message
     */
    String of(Reason reason) {
        return shown(reason.message());
    }

    /**
     * Returns a blocker as a clause: those that a person meets every day in words made for the line, the others by their message.
     *
     * @param blocker the blocker
     * @return the clause
     */
    String of(Blocker blocker) {
        return switch (blocker.code()) {
            case INSTANCES_ACTIVE -> active(blocker);
            case SETTLING -> settling(blocker);
            case STILL_ROUTED -> isNamed(blocker.taskHub()) ? "in production" : shown(blocker.message());
            default -> shown(blocker.message());
        };
    }

    /**
     * Returns what speaks for READY.
     *
     * @param evidence what a source showed of one hub
     * @return the clause
     */
    String of(Evidence evidence) {
        Instant last = evidence.lastEventAt();
        boolean brief = isNamed(evidence.taskHub());
        if (evidence.source().equals(HubEvidence.SOURCE)) {
            return (brief ? "the hub itself" : evidence.taskHub() + " itself") + " shows nothing running, looked at "
                    + since(evidence.checkedAt()) + " ago";
        }
        if (last == null) {
            return brief ? "only staged, never heard" : evidence.taskHub() + " was only staged and never heard";
        }
        return "events show nothing running" + (brief ? "" : " in " + evidence.taskHub()) + ", last event "
                + since(last) + " ago";
    }

    private String active(Blocker blocker) {
        long count = blocker.count();
        boolean brief = isNamed(blocker.taskHub());
        String still = Count.of(count, "orchestration", "orchestrations")
                + (brief ? "" : " of " + blocker.taskHub())
                + Count.choose(count, " still runs", " still run");
        if (blocker.instances().isEmpty()) {
            return still;
        }
        Sample oldest = blocker.instances().get(0);
        String id = Text.shown(oldest.instanceId().value());
        if (brief) {
            return still + Count.choose(count, ", ", ", oldest ") + id + " " + since(oldest.since());
        }
        return still + Count.choose(count, ", for ", ", the oldest for ") + since(oldest.since()) + " (" + id + ")";
    }

    private String settling(Blocker blocker) {
        Instant readyAt = blocker.readyAt();
        if (readyAt == null) {
            return shown(blocker.message());
        }
        String settles = isNamed(blocker.taskHub()) ? "settling" : blocker.taskHub() + " is settling";
        return settles + ", ready in " + HumanDuration.remaining(Duration.between(at, readyAt)) + " if no event comes";
    }

    private boolean isNamed(TaskHubName hub) {
        return hub.equals(named);
    }

    private String since(Instant instant) {
        return HumanDuration.elapsed(Duration.between(instant, at));
    }

    private static String shown(String message) {
        return Text.escaped(message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message);
    }
}
