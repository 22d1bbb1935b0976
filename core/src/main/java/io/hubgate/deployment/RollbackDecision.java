// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.Holder;
import io.hubgate.model.TaskHubName;
import org.jspecify.annotations.Nullable;

/** Decides {@code rollback}. */
final class RollbackDecision {
    private final DecisionContext context;
    private final Command.Rollback command;
    private final App app;

    RollbackDecision(DecisionContext context, Command.Rollback command) {
        this.context = context;
        this.command = command;
        this.app = context.app();
    }

    Transition decide() {
        Transition refusal = context.refusalOfDeployable(command.slot(), command);
        return refusal == null ? decideHub() : refusal;
    }

    private Transition decideHub() {
        TaskHubName hub = command.taskHub() == null ? ownOpenRollback() : command.taskHub();
        if (hub == null) {
            if (app.deployment() == null && app.lastExchange() == ExchangeKind.ROLLBACK) {
                return nothingToRollBack("the last exchange was a rollback itself");
            }
            hub = app.slot(command.slot()).orElseThrow().recorded();
        }
        return hub == null ? nothingToRollBack(command.slot() + " records no release") : decide(hub);
    }

    /** Without a hub, a rollback that is recorded and open is meant again. */
    private @Nullable TaskHubName ownOpenRollback() {
        Deployment open = app.deployment();
        return open != null && open.isSwapped() && open.kind() == ExchangeKind.ROLLBACK ? open.taskHub() : null;
    }

    private Transition decide(TaskHubName hub) {
        Deployment open = app.deployment();
        boolean its = open != null && open.taskHub().equals(hub);
        if (hub.equals(app.liveHub()) && !(open != null && its && open.isSwapped())) {
            return new Transition.Unchanged(Next.NOTHING, Transition.Notes.NONE);
        }
        Holder holder = holder(hub, its);
        DeploymentTable.Outcome outcome =
                context.outcome(its ? DeploymentMove.ROLL_BACK_ITS_HUB : DeploymentMove.ROLL_BACK_OTHER_HUB, holder);
        if (outcome.refusal() != null) {
            return context.refused(outcome.refusal());
        }
        ExchangeDecision exchange = new ExchangeDecision(context, command.options(), holder);
        if (outcome.effect() == DeploymentEffect.REPEAT_EXCHANGE && open != null) {
            return open.slot().equals(command.slot())
                    ? exchange.repeat(open)
                    : nothingToRollBack(hub + " goes live from " + open.slot() + ", not from " + command.slot());
        }
        boolean drainsHere = hub.equals(app.slot(command.slot()).orElseThrow().recorded())
                && app.phaseOf(hub) == ReleasePhase.DRAINING;
        return drainsHere
                ? exchange.record(hub, command.slot(), ExchangeKind.ROLLBACK)
                : nothingToRollBack(hub + " does not drain in " + command.slot());
    }

    /** A rollback that nobody holds is not the deployment that brought its hub live once (P-3). */
    private Holder holder(TaskHubName hub, boolean its) {
        if (command.options().holder() != null || its) {
            return context.holder(command.options(), hub);
        }
        return Holder.of("rollback of " + hub);
    }

    private Transition nothingToRollBack(String message) {
        Deployment open = app.deployment();
        return DecisionContext.rejectedWith(
                Refusal.of(
                        ErrorCode.NOTHING_TO_ROLL_BACK,
                        message,
                        "name the hub that shall be live again; it must be DRAINING in the slot"),
                open != null && open.isSwapped() ? Next.VERIFY : Next.NOTHING);
    }
}
