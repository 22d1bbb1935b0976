// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.Holder;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Verdict;
import java.util.List;
import java.util.Set;

/** Decides {@code retire}. */
final class RetireDecision {
    private final DecisionContext context;
    private final Command.Retire command;
    private final App app;

    RetireDecision(DecisionContext context, Command.Retire command) {
        this.context = context;
        this.command = command;
        this.app = context.app();
    }

    Transition decide() {
        Transition refusal = context.refusalOfDeployable(command.slot(), command);
        if (refusal != null) {
            return refusal;
        }
        Holder holder = context.holder(command.options(), null);
        DeploymentTable.Outcome outcome = context.outcome(DeploymentMove.RETIRE, holder);
        return outcome.refusal() == null ? decideSlot() : context.refused(outcome.refusal());
    }

    private Transition decideSlot() {
        Slot slot = app.slot(command.slot()).orElseThrow();
        SlotView view = new SlotView(app, slot, command.options().observed());
        TaskHubName unexpected = view.unexpected();
        if (unexpected != null) {
            return SlotView.refusal(new Draft(app, context.now()), command.slot(), unexpected, slot.occupants());
        }
        Slot seen = command.options().ifMatch() == null ? slot : view.narrowed();
        return seen.recorded() == null && seen.occupants().isEmpty()
                ? empty(slot, seen)
                : decideVerdict(slot, seen, view);
    }

    /** An empty slot: that it was seen empty is written down if the record did not know. */
    private Transition empty(Slot slot, Slot seen) {
        return seen.equals(slot)
                ? new Transition.Unchanged(Next.NOTHING, Transition.Notes.NONE)
                : new Transition.Moved(
                        new Draft(app, context.now()).put(seen).build(),
                        List.of(),
                        "noted that " + command.slot() + " was seen empty",
                        Next.NOTHING,
                        Transition.Notes.NONE);
    }

    private Transition decideVerdict(Slot slot, Slot seen, SlotView view) {
        Set<TaskHubName> judged = seen.occupants();
        Verdict verdict =
                context.witness().judge(new SlotQuestion(app, command.slot(), Intent.STOP, judged, view.findings()));
        Force force = command.options().force();
        Transition refusal = Gate.refusal(verdict, force, command.options().observed());
        if (refusal != null) {
            return refusal;
        }
        TaskHubName recorded = slot.recorded();
        if (recorded == null && seen.equals(slot)) {
            return new Transition.Unchanged(Next.STOP_SLOT, Transition.Notes.of(verdict));
        }
        Draft draft = new Draft(app, context.now());
        if (recorded != null) {
            draft.move(recorded, ReleaseMove.RETIRE, null);
        }
        ForceMark mark = Gate.mark(verdict, force, context.now());
        Gate.mark(draft, verdict, judged, mark);
        draft.put(seen.recording(null).holding(seen.occupants(), true));
        return new Transition.Moved(
                draft.build(),
                draft.changes(),
                "retired " + (recorded == null ? "what was in " : recorded + " in ") + command.slot(),
                Next.STOP_SLOT,
                new Transition.Notes(List.of(), verdict, List.of(), mark, false));
    }
}
