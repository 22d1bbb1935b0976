// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import org.jspecify.annotations.Nullable;

/** What a clean-up asks of an app's record, one release at a time. */
public sealed interface CleanupCommand extends Command {
    /**
     * Begins a clean-up: naming the live hub of an open exchange confirms it (rule P-10).
     *
     * @param app the app
     * @param taskHub the hub that should be live, or null
     * @param options what else was said
     */
    record Begin(AppName app, @Nullable TaskHubName taskHub, Options options) implements CleanupCommand {
        @Override
        public String word() {
            return "cleanup";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new CleanupDecision(context, this).begin(taskHub);
        }
    }

    /**
     * Begins the removal of one retired release.
     *
     * @param app the app
     * @param taskHub its hub
     * @param verdict the verdict that allows it
     * @param what what is removed, in words, for the log
     * @param options what else was said
     */
    record BeginRemoval(AppName app, TaskHubName taskHub, Verdict verdict, String what, Options options)
            implements CleanupCommand {
        @Override
        public String word() {
            return "begin-removal";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new CleanupDecision(context, this).beginRemoval(taskHub, verdict, what);
        }
    }

    /**
     * Ends the removal of one release.
     *
     * @param app the app
     * @param taskHub its hub
     * @param hubData what became of the hub itself
     * @param options what else was said
     */
    record EndRemoval(AppName app, TaskHubName taskHub, HubData hubData, Options options) implements CleanupCommand {
        @Override
        public String word() {
            return "end-removal";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new CleanupDecision(context, this).endRemoval(taskHub, hubData);
        }
    }

    /**
     * Gives up the removal of a release that showed life again.
     *
     * @param app the app
     * @param taskHub its hub
     * @param sign what lives, in one sentence, for the log
     * @param options what else was said
     */
    record Resurrect(AppName app, TaskHubName taskHub, String sign, Options options) implements CleanupCommand {
        @Override
        public String word() {
            return "resurrect";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new CleanupDecision(context, this).resurrect(taskHub, sign);
        }
    }
}
