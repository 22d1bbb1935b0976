// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import java.util.Objects;

/** Decides {@code extend}. */
final class ExtendDecision {
    private final DecisionContext context;
    private final Command.Extend command;

    ExtendDecision(DecisionContext context, Command.Extend command) {
        this.context = context;
        this.command = command;
    }

    Transition decide() {
        Transition refusal = context.refusalOf(null, command.options());
        if (refusal != null) {
            return refusal;
        }
        App app = context.app();
        Deployment open = app.deployment();
        boolean its =
                command.taskHub() == null || (open != null && open.taskHub().equals(command.taskHub()));
        DeploymentTable.Outcome outcome = context.outcome(
                its ? DeploymentMove.EXTEND_ITS_HUB : DeploymentMove.EXTEND_OTHER_HUB,
                context.holder(command.options(), command.taskHub()));
        if (outcome.refusal() != null || open == null) {
            return context.refused(Objects.requireNonNull(outcome.refusal()));
        }
        Draft draft =
                new Draft(app, context.now()).open(open.renewed(context.lease(command.options(), open), context.now()));
        App extended = draft.build();
        return new Transition.Moved(
                extended,
                draft.changes(),
                "extended the lease of " + open.taskHub(),
                extended.next(),
                Transition.Notes.NONE);
    }
}
