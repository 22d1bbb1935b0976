// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says a verdict in one sentence, for a person. What comes from events is cut, and its control characters are escaped; the sentence is
 * still text and no markup. Thread-safe.
 */
public final class VerdictSentence {
    private static final int MOST_CLAUSES = 3;

    private VerdictSentence() {}

    /**
     * Returns the sentence that stands beside the details, for example {@code 3 orchestrations of orders419 still run, the oldest for 17 s
     * (order-1003)}.
     *
     * @param verdict the verdict
     * @return one line
     */
    public static String summary(Verdict verdict) {
        String clauses = joined(verdict, new Clauses(verdict.basis().checkedAt(), null));
        return verdict instanceof Verdict.Unknown ? "it cannot be told: " + clauses : clauses;
    }

    /**
     * Returns the one line that a slot's status is in plain text, for example {@code NOT_READY orders/staging orders419: 3 orchestrations still
     * run, oldest order-1003 17 s}.
     *
     * @param verdict the verdict
     * @param app the app
     * @param slot the slot
     * @param hub the hub that the slot records, or null if it records none
     * @return one line, without its end
     */
    public static String line(Verdict verdict, AppName app, SlotName slot, @Nullable TaskHubName hub) {
        return line(verdict, app + "/" + slot + (hub == null ? "" : " " + hub), hub);
    }

    /**
     * Returns the one line that a hub's status is in plain text, for example {@code READY orders419: events show nothing
     * running, last event 14 min ago}.
     *
     * @param verdict the verdict
     * @param hub the hub
     * @return one line, without its end
     */
    public static String line(Verdict verdict, TaskHubName hub) {
        return line(verdict, hub.value(), hub);
    }

    private static String line(Verdict verdict, String subject, @Nullable TaskHubName hub) {
        return verdict.outcome() + " " + subject + ": "
                + joined(verdict, new Clauses(verdict.basis().checkedAt(), hub));
    }

    private static String joined(Verdict verdict, Clauses clauses) {
        List<String> all = clausesOf(verdict, clauses);
        String shown = all.stream().limit(MOST_CLAUSES).collect(Collectors.joining("; "));
        int more = all.size() - MOST_CLAUSES;
        return more > 0 ? shown + "; and " + more + " more" : shown;
    }

    private static List<String> clausesOf(Verdict verdict, Clauses clauses) {
        Verdict.Basis basis = verdict.basis();
        if (!verdict.isReady()) {
            return Stream.concat(
                            basis.reasons().stream().map(clauses::of),
                            basis.blockers().stream().map(clauses::of))
                    .toList();
        }
        if (basis.evidence().isEmpty()) {
            return List.of(
                    "nothing is recorded there to " + basis.intent().name().toLowerCase(Locale.ROOT));
        }
        return basis.evidence().stream().map(clauses::of).toList();
    }
}
