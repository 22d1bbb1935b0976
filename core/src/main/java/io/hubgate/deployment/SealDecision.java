// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.Holder;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Decides {@code seal} (rule P-16): a second READY, with no host alive on what the slot may hold. Until the slot is written to, nothing can
 * begin there any more; a later {@code stage} looks whether it still stands still.
 */
final class SealDecision {
    private final DecisionContext context;
    private final Command.Seal command;
    private final App app;

    SealDecision(DecisionContext context, Command.Seal command) {
        this.context = context;
        this.command = command;
        this.app = context.app();
    }

    Transition decide() {
        Transition refusal = context.refusalOfDeployable(command.slot(), command);
        return refusal == null ? decideDeployment() : refusal;
    }

    private Transition decideDeployment() {
        Deployment open = app.deployment();
        boolean its =
                command.taskHub() == null || (open != null && open.taskHub().equals(command.taskHub()));
        Holder holder = context.holder(command.options(), command.taskHub());
        DeploymentTable.Outcome outcome =
                context.outcome(its ? DeploymentMove.SEAL_ITS_HUB : DeploymentMove.SEAL_OTHER_HUB, holder);
        if (outcome.refusal() != null || open == null) {
            return context.refused(Objects.requireNonNull(outcome.refusal()));
        }
        if (!open.slot().equals(command.slot())) {
            return DecisionContext.rejected(
                    ErrorCode.NOTHING_STAGED,
                    open.taskHub() + " is staged in " + open.slot() + ", not in " + command.slot(),
                    "name the slot " + open.slot());
        }
        Slot slot = app.slot(command.slot()).orElseThrow();
        SlotView view = new SlotView(app, slot, command.options().observed());
        TaskHubName unexpected = view.unexpected();
        return unexpected == null
                ? decideVerdict(open, command.options().ifMatch() == null ? slot : view.narrowed(), view)
                : SlotView.refusal(new Draft(app, context.now()), command.slot(), unexpected, slot.occupants());
    }

    private Transition decideVerdict(Deployment open, Slot slot, SlotView view) {
        Set<TaskHubName> judged = slot.occupantsWithout(open.taskHub());
        SlotQuestion question = new SlotQuestion(app, command.slot(), Intent.OVERWRITE, judged, view.findings());
        Verdict verdict = context.witness().judge(question.whileStopped());
        Force force = command.options().force();
        Transition refusal =
                Gate.refusalWhileStopped(verdict, force, command.options().observed());
        if (refusal != null) {
            return refusal;
        }
        if (open.isSealed()) {
            return new Transition.Unchanged(Next.DEPLOY, Transition.Notes.of(verdict));
        }
        ForceMark mark = Gate.mark(verdict, force, context.now());
        Draft draft = new Draft(app, context.now()).put(slot);
        Gate.mark(draft, verdict, judged, mark);
        draft.open(open.renewed(context.lease(command.options(), open), context.now())
                .asSealed());
        return new Transition.Moved(
                draft.build(),
                draft.changes(),
                "sealed " + command.slot() + " for " + open.taskHub(),
                Next.DEPLOY,
                new Transition.Notes(List.of(), verdict, List.of(), mark, false));
    }
}
