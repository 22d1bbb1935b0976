// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.Holder;
import io.hubgate.model.TaskHubName;
import java.util.Objects;

/** Decides {@code abort}. */
final class AbortDecision {
    private final DecisionContext context;
    private final Command.Abort command;
    private final App app;

    AbortDecision(DecisionContext context, Command.Abort command) {
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
        if (open == null && app.phaseOf(command.taskHub()) == ReleasePhase.STAGED) {
            return new Transition.Unchanged(Next.NOTHING, Transition.Notes.NONE);
        }
        boolean its = open != null && open.taskHub().equals(command.taskHub());
        Holder holder = context.holder(command.options(), command.taskHub());
        DeploymentTable.Outcome outcome =
                context.outcome(its ? DeploymentMove.ABORT_ITS_HUB : DeploymentMove.ABORT_OTHER_HUB, holder);
        if (outcome.refusal() != null || open == null) {
            return context.refused(Objects.requireNonNull(outcome.refusal()));
        }
        return outcome.effect() == DeploymentEffect.CLOSE_STAGED ? closeStaged(open) : exchangeBack(open, holder);
    }

    private Transition closeStaged(Deployment open) {
        Draft draft = new Draft(app, context.now()).open(null);
        return moved(draft, "aborted the deployment of " + open.taskHub() + ", which stays staged in " + open.slot());
    }

    private Transition exchangeBack(Deployment open, Holder holder) {
        ExchangeDecision exchange = new ExchangeDecision(context, command.options(), holder);
        TaskHubName former = exchange.former(open);
        ProductionView view = ProductionView.of(command.options().observed(), former, open.taskHub());
        Transition blind = context.refusalOfBlindness(view != ProductionView.UNOBSERVED);
        if (blind != null) {
            return blind;
        }
        return switch (view) {
            case UNOBSERVED, FORMER -> undone(open, open.holder().isSameAs(holder));
            case NEW -> context.alreadySwapped();
            case OTHER -> exchange.differs(former, open.taskHub());
        };
    }

    private Transition undone(Deployment open, boolean byHolder) {
        Draft draft = Exchange.undo(new Draft(app, context.now()), open, byHolder);
        String whose = byHolder ? "" : " of " + open.holder() + ", whose lease had expired";
        return moved(draft, "undid the exchange of " + open.taskHub() + whose);
    }

    private static Transition moved(Draft draft, String summary) {
        return new Transition.Moved(draft.build(), draft.changes(), summary, Next.NOTHING, Transition.Notes.NONE);
    }
}
