// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.answers;

import io.hubgate.model.Text;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.Sample;
import io.hubgate.readiness.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A verdict in one sentence, and in one line. Foreign text in them is escaped. */
final class Sentence {
    private Sentence() {}

    /** Returns the sentence of a verdict document. */
    static String summary(Judged judged) {
        Verdict.Basis basis = judged.verdict().basis();
        if (judged.verdict().isReady()) {
            return place(judged) + " is free: " + nothingAgainst(judged);
        }
        if (!basis.reasons().isEmpty()) {
            return Text.escaped(basis.reasons().get(0).message()) + more(basis.reasons());
        }
        Blocker first = basis.blockers().get(0);
        String sentence = isRunning(first) ? running(first, basis.checkedAt()) : Text.escaped(first.message());
        return sentence + more(basis.blockers());
    }

    /** Returns the line of a text answer, without its line break. */
    static String line(Judged judged) {
        StringBuilder line = new StringBuilder(judged.verdict().outcome()).append(' ');
        if (judged.app() != null) {
            line.append(judged.app());
            if (judged.slot() != null) {
                line.append('/').append(judged.slot());
            }
            line.append(' ');
        }
        line.append(judged.taskHub() == null ? "(empty)" : judged.taskHub().value());
        return line.append(": ").append(brief(judged)).toString();
    }

    private static String brief(Judged judged) {
        Verdict.Basis basis = judged.verdict().basis();
        if (basis.reasons().isEmpty()
                && !basis.blockers().isEmpty()
                && isRunning(basis.blockers().get(0))) {
            Blocker first = basis.blockers().get(0);
            Sample oldest = first.instances().get(0);
            return count(first.count()) + " still " + runs(first.count()) + ", oldest "
                    + Text.shown(oldest.instanceId().value()) + " " + Age.of(oldest.since(), basis.checkedAt())
                    + more(basis.blockers());
        }
        return judged.verdict().isReady() ? nothingAgainst(judged) : summary(judged);
    }

    private static boolean isRunning(Blocker blocker) {
        return blocker.code() == BlockerCode.INSTANCES_ACTIVE
                && !blocker.instances().isEmpty();
    }

    private static String running(Blocker blocker, Instant now) {
        Sample oldest = blocker.instances().get(0);
        String since = Age.of(oldest.since(), now) + " ("
                + Text.shown(oldest.instanceId().value()) + ")";
        return count(blocker.count()) + " of " + blocker.taskHub() + " still " + runs(blocker.count())
                + (blocker.count() == 1 ? ", for " : ", the oldest for ") + since;
    }

    private static String count(long count) {
        return count == 1 ? "1 orchestration" : count + " orchestrations";
    }

    private static String runs(long count) {
        return count == 1 ? "runs" : "run";
    }

    private static String more(List<? extends Finding> findings) {
        return findings.size() < 2 ? "" : String.format(Locale.ROOT, " (and %d more)", findings.size() - 1);
    }

    private static String place(Judged judged) {
        if (judged.app() == null || judged.slot() == null) {
            return String.valueOf(judged.taskHub());
        }
        return judged.slot() + " of " + judged.app();
    }

    private static String nothingAgainst(Judged judged) {
        return "nothing stands against "
                + switch (judged.verdict().basis().intent()) {
                    case OVERWRITE -> "deploying over it";
                    case STOP -> "stopping it";
                    case DELETE -> "removing its data";
                };
    }
}
