// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.AppName;
import io.hubgate.model.ReleaseLabel;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a caller asks of an app's record. Every command may be repeated; the answer says what to do next. */
public sealed interface Command
        permits Command.Declare,
                Command.Stage,
                Command.Swap,
                Command.Confirm,
                Command.Abort,
                Command.Rollback,
                Command.Retire,
                Command.Extend,
                Command.Seal,
                CleanupCommand,
                RulesCommand {
    /**
     * Returns the app.
     *
     * @return its name
     */
    AppName app();

    /**
     * Returns what else the caller said.
     *
     * @return the options
     */
    Options options();

    /**
     * Returns the hub that the caller named.
     *
     * @return the hub, or null if the command names none
     */
    @Nullable
    TaskHubName taskHub();

    /**
     * Returns the command's name as decisions and journals show it.
     *
     * @return one word
     */
    String word();

    /**
     * Decides what this command comes to.
     *
     * @param context the record, the time, and whom to ask
     * @return the transition
     */
    Transition decide(DecisionContext context);

    /**
     * Says what is physically where.
     *
     * @param app the app
     * @param slots the named slots and what they hold, empty for a slot that is physically empty
     * @param options what else was said; a reason is needed when the app exists
     */
    record Declare(AppName app, Map<SlotName, Optional<TaskHubName>> slots, Options options) implements Command {
        /** Copies the slots. */
        public Declare {
            slots = Collections.unmodifiableMap(new TreeMap<>(slots));
        }

        @Override
        public @Nullable TaskHubName taskHub() {
            return null;
        }

        @Override
        public String word() {
            return "declare";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new DeclareDecision(context, this).decide();
        }
    }

    /**
     * Says what goes into a slot.
     *
     * @param app the app
     * @param slot the slot, not production
     * @param taskHub the hub of the new release
     * @param release what the pipeline says of it, or null for its hub's name
     * @param isNew whether an app that nobody declared is declared empty by this
     * @param options what else was said
     */
    record Stage(
            AppName app,
            SlotName slot,
            TaskHubName taskHub,
            @Nullable ReleaseLabel release,
            boolean isNew,
            Options options)
            implements Command {
        @Override
        public String word() {
            return "stage";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new StageDecision(context, this).decide();
        }
    }

    /**
     * Records the exchange of a staged release with production.
     *
     * @param app the app
     * @param slot the slot
     * @param taskHub the hub that goes live, or null for the one that is staged there
     * @param options what else was said; the observation is production's
     */
    record Swap(AppName app, SlotName slot, @Nullable TaskHubName taskHub, Options options) implements Command {
        @Override
        public String word() {
            return "swap";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new SwapDecision(context, this).decide();
        }
    }

    /**
     * Says that the physical swap happened.
     *
     * @param app the app
     * @param taskHub the hub that went live, or null
     * @param options what else was said; the observation is production's
     */
    record Confirm(AppName app, @Nullable TaskHubName taskHub, Options options) implements Command {
        @Override
        public String word() {
            return "confirm";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new ConfirmDecision(context, this).decide();
        }
    }

    /**
     * Gives a deployment up, or says that the physical swap did not happen.
     *
     * @param app the app
     * @param taskHub the hub of the deployment
     * @param options what else was said; the observation is production's
     */
    record Abort(AppName app, TaskHubName taskHub, Options options) implements Command {
        @Override
        public String word() {
            return "abort";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new AbortDecision(context, this).decide();
        }
    }

    /**
     * Records the exchange of a draining release with production.
     *
     * @param app the app
     * @param slot the slot
     * @param taskHub the hub that shall be live again, or null for the one that drains there
     * @param options what else was said; the observation is production's
     */
    record Rollback(AppName app, SlotName slot, @Nullable TaskHubName taskHub, Options options) implements Command {
        @Override
        public String word() {
            return "rollback";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new RollbackDecision(context, this).decide();
        }
    }

    /**
     * Gives a slot up, so that it can be stopped.
     *
     * @param app the app
     * @param slot the slot, not production
     * @param options what else was said; the observation is the slot's
     */
    record Retire(AppName app, SlotName slot, Options options) implements Command {
        @Override
        public @Nullable TaskHubName taskHub() {
            return null;
        }

        @Override
        public String word() {
            return "retire";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new RetireDecision(context, this).decide();
        }
    }

    /**
     * Lengthens the lease of the open deployment.
     *
     * @param app the app
     * @param taskHub the hub of the deployment, or null
     * @param options what else was said
     */
    record Extend(AppName app, @Nullable TaskHubName taskHub, Options options) implements Command {
        @Override
        public String word() {
            return "extend";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new ExtendDecision(context, this).decide();
        }
    }

    /**
     * Says that a slot is stopped, so that nothing new begins in it until it is written to (rule P-16).
     *
     * @param app the app
     * @param slot the slot, not production
     * @param taskHub the hub of the deployment, or null
     * @param options what else was said; the observation is the slot's
     */
    record Seal(AppName app, SlotName slot, @Nullable TaskHubName taskHub, Options options) implements Command {
        @Override
        public String word() {
            return "seal";
        }

        @Override
        public Transition decide(DecisionContext context) {
            return new SealDecision(context, this).decide();
        }
    }
}
