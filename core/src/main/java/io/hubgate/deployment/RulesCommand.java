// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.WaiverTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes what an app decided about its own verdicts. Each is audited: it has a reason, and stands in the decision log. */
public sealed interface RulesCommand extends Command {
    /**
     * Puts a policy in the place of the app's former one.
     *
     * @param app the app
     * @param policy the whole policy
     * @param options what else was said; a reason is needed
     */
    record SetPolicy(AppName app, AppPolicy policy, Options options) implements RulesCommand {
        @Override
        public @Nullable TaskHubName taskHub() {
            return null;
        }

        @Override
        public String word() {
            return "set-policy";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new RulesDecision(context, this).setPolicy(policy);
        }
    }

    /**
     * Answers for one thing that blocks, so that it blocks no longer. The waiver is named by the number of its decision.
     *
     * @param app the app
     * @param taskHub the hub
     * @param code what is waived
     * @param target what exactly it is about
     * @param until when it ends, or null for the longest time
     * @param by who answers for it
     * @param options what else was said; a reason is needed
     */
    record Waive(
            AppName app,
            TaskHubName taskHub,
            BlockerCode code,
            WaiverTarget target,
            @Nullable Instant until,
            Actor by,
            Options options)
            implements RulesCommand {
        @Override
        public String word() {
            return "waive";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new RulesDecision(context, this).waive(this);
        }
    }

    /**
     * Takes a waiver back.
     *
     * @param app the app
     * @param id the waiver
     * @param options what else was said
     */
    record Unwaive(AppName app, String id, Options options) implements RulesCommand {
        @Override
        public @Nullable TaskHubName taskHub() {
            return null;
        }

        @Override
        public String word() {
            return "unwaive";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new RulesDecision(context, this).unwaive(id);
        }
    }
}
