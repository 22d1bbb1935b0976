// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.ForceMark;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.Refusal;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a command. A refusal is an answer, not an exception. */
public sealed interface Answer {
    /**
     * Returns the app's record as it stands after the command.
     *
     * @return the record
     */
    App app();

    /**
     * Returns what the caller does next in Azure; act on this alone.
     *
     * @return the next step
     */
    Next next();

    /**
     * Returns the verdict that the command stood or fell on.
     *
     * @return the verdict, or null if it needed none
     */
    @Nullable
    Verdict verdict();

    /**
     * The command was taken: it is durable, or what it asked for was so already.
     *
     * @param app the record after it
     * @param next what the caller does next
     * @param verdict the verdict, or null
     * @param warnings what the caller should know
     * @param force the force that was used, or null
     * @param created whether the app did not exist before
     * @param changed whether anything was written
     */
    record Accepted(
            App app,
            Next next,
            @Nullable Verdict verdict,
            List<Warning> warnings,
            @Nullable ForceMark force,
            boolean created,
            boolean changed)
            implements Answer {
        /** Copies the warnings. */
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The command was refused.
     *
     * @param app the record as it stands
     * @param next what the caller does next
     * @param verdict the verdict that refused it, or null
     * @param refusal why
     */
    record Refused(App app, Next next, @Nullable Verdict verdict, Refusal refusal) implements Answer {}
}
