// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command comes to: a new record, nothing new, or a refusal. */
public sealed interface Transition {
    /**
     * Returns what the caller does next.
     *
     * @return the next step
     */
    Next next();

    /**
     * The record changes.
     *
     * @param app the new record, with its decision log still at the old head
     * @param changes the rows of the release table that were driven
     * @param summary one sentence for the decision log
     * @param next what the caller does next
     * @param notes what the answer and the decision carry beside
     */
    record Moved(App app, List<PhaseChange> changes, String summary, Next next, Notes notes) implements Transition {
        /** Copies the list. */
        public Moved {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What was asked for is so already; nothing is written.
     *
     * @param next what the caller does next
     * @param notes what the answer carries beside
     */
    record Unchanged(Next next, Notes notes) implements Transition {}

    /**
     * The command is refused.
     *
     * @param refusal why
     * @param next what the caller does next
     * @param verdict the verdict that refused it, or null
     * @param recorded what is written all the same: an observed hub that no rule expected, or null
     */
    record Rejected(
            Refusal refusal,
            Next next,
            @Nullable Verdict verdict,
            @Nullable Moved recorded) implements Transition {}

    /**
     * What an answer carries beside the record.
     *
     * @param warnings what the caller should know
     * @param verdict the verdict that the command stands on, or null if it needed none
     * @param claims hub names that must be claimed for the app before the record is written
     * @param force the force that was used, or null
     * @param wouldRefuse whether it passes only because the app's policy observes
     */
    record Notes(
            List<Warning> warnings,
            @Nullable Verdict verdict,
            List<TaskHubName> claims,
            @Nullable ForceMark force,
            boolean wouldRefuse) {
        /** Nothing to note. */
        public static final Notes NONE = new Notes(List.of(), null, List.of(), null, false);

        /** Copies the lists. */
        public Notes {
            warnings = List.copyOf(warnings);
            claims = List.copyOf(claims);
        }

        static Notes of(Verdict verdict) {
            return new Notes(List.of(), verdict, List.of(), null, false);
        }

        static Notes warning(List<Warning> warnings) {
            return new Notes(warnings, null, List.of(), null, false);
        }
    }
}
