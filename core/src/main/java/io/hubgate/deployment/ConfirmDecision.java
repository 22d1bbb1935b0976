// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides {@code confirm}. */
final class ConfirmDecision {
    private final DecisionContext context;
    private final Command.Confirm command;
    private final App app;

    ConfirmDecision(DecisionContext context, Command.Confirm command) {
        this.context = context;
        this.command = command;
        this.app = context.app();
    }

    Transition decide() {
        Transition refusal = context.refusalOf(null, command.options());
        if (refusal != null) {
            return refusal;
        }
        Deployment open = app.deployment();
        if (open == null && isLive()) {
            return alreadyConfirmed();
        }
        boolean its =
                open != null && (command.taskHub() == null || open.taskHub().equals(command.taskHub()));
        DeploymentTable.Outcome outcome = context.outcome(
                its ? DeploymentMove.CONFIRM_ITS_HUB : DeploymentMove.CONFIRM_OTHER_HUB,
                context.holder(command.options(), command.taskHub()));
        if (outcome.refusal() != null || open == null) {
            return context.refused(Objects.requireNonNull(outcome.refusal()));
        }
        return decide(open);
    }

    private boolean isLive() {
        TaskHubName live = app.liveHub();
        return live != null && (command.taskHub() == null || live.equals(command.taskHub()));
    }

    private Transition alreadyConfirmed() {
        TaskHubName seen = observedHub();
        Slot production = app.slot(SlotName.PRODUCTION).orElseThrow();
        return seen == null || production.occupants().contains(seen)
                ? new Transition.Unchanged(Next.NOTHING, Transition.Notes.NONE)
                : SlotView.refusal(new Draft(app, context.now()), SlotName.PRODUCTION, seen, production.occupants());
    }

    private @Nullable TaskHubName observedHub() {
        return command.options().observed() == null
                ? null
                : command.options().observed().hub();
    }

    private Transition decide(Deployment open) {
        ExchangeDecision exchange =
                new ExchangeDecision(context, command.options(), context.holder(command.options(), open.taskHub()));
        TaskHubName former = exchange.former(open);
        ProductionView view = ProductionView.of(command.options().observed(), former, open.taskHub());
        Transition blind = context.refusalOfBlindness(view != ProductionView.UNOBSERVED);
        if (blind != null) {
            return blind;
        }
        return switch (view) {
            case UNOBSERVED, NEW -> exchange.confirmed(open, "confirmed that " + open.taskHub() + " is live");
            case FORMER -> context.swapUnconfirmed();
            case OTHER -> exchange.differs(former, open.taskHub());
        };
    }
}
