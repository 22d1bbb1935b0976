// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.Holder;
import io.hubgate.model.TaskHubName;
import org.jspecify.annotations.Nullable;

/** Decides {@code swap}. */
final class SwapDecision {
    private final DecisionContext context;
    private final Command.Swap command;
    private final App app;

    SwapDecision(DecisionContext context, Command.Swap command) {
        this.context = context;
        this.command = command;
        this.app = context.app();
    }

    Transition decide() {
        Transition refusal = context.refusalOfDeployable(command.slot(), command);
        if (refusal != null) {
            return refusal;
        }
        TaskHubName hub = hub();
        return hub == null ? nothingStaged("nothing is staged in " + command.slot()) : decide(hub);
    }

    /** The hub that is meant: the named one, or the one that is staged in the slot. */
    private @Nullable TaskHubName hub() {
        if (command.taskHub() != null) {
            return command.taskHub();
        }
        TaskHubName recorded = app.slot(command.slot()).orElseThrow().recorded();
        return app.phaseOf(recorded) == ReleasePhase.STAGED ? recorded : null;
    }

    private Transition decide(TaskHubName hub) {
        Holder holder = context.holder(command.options(), hub);
        Deployment open = app.deployment();
        boolean its = open == null ? isStagedHere(hub) : open.taskHub().equals(hub);
        if (hub.equals(app.liveHub()) && !(its && open != null && open.isSwapped())) {
            return new Transition.Unchanged(Next.NOTHING, Transition.Notes.NONE);
        }
        DeploymentTable.Outcome outcome =
                context.outcome(its ? DeploymentMove.SWAP_ITS_HUB : DeploymentMove.SWAP_OTHER_HUB, holder);
        if (outcome.refusal() == ErrorCode.NOTHING_STAGED) {
            return nothingStaged(hub + " is not staged in " + command.slot());
        }
        if (outcome.refusal() != null) {
            return context.refused(outcome.refusal());
        }
        ExchangeDecision exchange = new ExchangeDecision(context, command.options(), holder);
        if (outcome.effect() == DeploymentEffect.REPEAT_EXCHANGE && open != null) {
            return open.slot().equals(command.slot())
                    ? exchange.repeat(open)
                    : nothingStaged(hub + " goes live from " + open.slot() + ", not from " + command.slot());
        }
        return isStagedHere(hub)
                ? exchange.record(hub, command.slot(), ExchangeKind.SWAP)
                : nothingStaged(hub + " is not staged in " + command.slot());
    }

    private boolean isStagedHere(TaskHubName hub) {
        return hub.equals(app.slot(command.slot()).orElseThrow().recorded()) && app.phaseOf(hub) == ReleasePhase.STAGED;
    }

    private Transition nothingStaged(String message) {
        Deployment open = app.deployment();
        boolean swapped = open != null && open.isSwapped();
        String fix = open != null && swapped
                ? "the exchange of " + open.taskHub() + " is recorded already: verify, then confirm or abort it by name"
                : "stage the hub first; to go back to a draining release call rollback";
        return DecisionContext.rejectedWith(
                Refusal.of(ErrorCode.NOTHING_STAGED, message, fix), swapped ? Next.VERIFY : Next.NOTHING);
    }
}
