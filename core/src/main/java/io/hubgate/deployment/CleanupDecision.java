// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.Holder;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides the steps of a clean-up, each for one release. */
final class CleanupDecision {
    private final DecisionContext context;
    private final CleanupCommand command;
    private final App app;

    CleanupDecision(DecisionContext context, CleanupCommand command) {
        this.context = context;
        this.command = command;
        this.app = context.app();
    }

    /** Naming the live hub of an open exchange confirms it; any other name is refused while in doubt (P-10). */
    Transition begin(@Nullable TaskHubName named) {
        Transition refusal = context.refusalOf(null, command.options());
        if (refusal != null) {
            return refusal;
        }
        Deployment open = app.deployment();
        boolean its = named != null && named.equals(app.liveHub());
        Holder holder = context.holder(command.options(), named);
        DeploymentTable.Outcome outcome =
                context.outcome(its ? DeploymentMove.CLEAN_UP_ITS_HUB : DeploymentMove.CLEAN_UP_OTHER_HUB, holder);
        if (outcome.refusal() != null) {
            return context.refused(outcome.refusal());
        }
        return outcome.effect() == DeploymentEffect.CLOSE_CONFIRMED && open != null
                ? new ExchangeDecision(context, command.options(), holder)
                        .confirmed(open, "confirmed that " + open.taskHub() + " is live: clean-up named it")
                : new Transition.Unchanged(Next.NOTHING, Transition.Notes.NONE);
    }

    Transition beginRemoval(TaskHubName hub, Verdict verdict, String what) {
        if (app.phaseOf(hub) == ReleasePhase.REMOVING) {
            return new Transition.Unchanged(Next.NOTHING, Transition.Notes.of(verdict));
        }
        if (app.phaseOf(hub) != ReleasePhase.RETIRED || app.mayHold(hub) || !verdict.isReady()) {
            return DecisionContext.rejected(
                    ErrorCode.NOT_READY,
                    hub + " may not be removed now",
                    "clean up again; its blockers are told there");
        }
        Draft draft = new Draft(app, context.now()).move(hub, ReleaseMove.BEGIN_REMOVAL, null);
        return moved(draft, "began to remove " + what, Transition.Notes.of(verdict));
    }

    Transition endRemoval(TaskHubName hub, HubData hubData) {
        if (app.phaseOf(hub) != ReleasePhase.REMOVING) {
            return new Transition.Unchanged(Next.NOTHING, Transition.Notes.NONE);
        }
        Draft draft = new Draft(app, context.now())
                .move(hub, ReleaseMove.END_REMOVAL, null)
                .change(hub, release -> release.with(hubData));
        String what = hubData == HubData.REMOVED
                ? "removed " + hub
                : "removed what Hubgate knew of " + hub + "; data of the hub stays in its storage";
        return moved(draft, what, Transition.Notes.NONE);
    }

    Transition resurrect(TaskHubName hub, String sign) {
        if (app.phaseOf(hub) != ReleasePhase.REMOVING) {
            return new Transition.Unchanged(Next.NOTHING, Transition.Notes.NONE);
        }
        Draft draft = new Draft(app, context.now()).move(hub, ReleaseMove.RESURRECT, null);
        return moved(draft, "gave up the removal of " + hub + ", which shows life: " + sign, Transition.Notes.NONE);
    }

    private static Transition moved(Draft draft, String summary, Transition.Notes notes) {
        return new Transition.Moved(draft.build(), draft.changes(), summary, Next.NOTHING, notes);
    }
}
