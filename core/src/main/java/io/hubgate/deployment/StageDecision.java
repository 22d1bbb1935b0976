// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.Holder;
import io.hubgate.model.ReleaseLabel;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import io.hubgate.readiness.WarningCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides {@code stage}: the only command that permits a write to a slot. The order of its checks is rule P-15's. */
final class StageDecision {
    private final DecisionContext context;
    private final Command.Stage command;
    private final App app;
    private final TaskHubName hub;
    private final boolean declaresApp;

    StageDecision(DecisionContext context, Command.Stage command) {
        this.command = command;
        this.hub = command.taskHub();
        this.declaresApp = !context.app().isDeclared() && command.isNew();
        this.app = declaresApp ? declaredEmpty(context.app()) : context.app();
        this.context = new DecisionContext(app, context.witness(), context.lease(), context.now());
    }

    private static App declaredEmpty(App undeclared) {
        TreeMap<SlotName, Slot> slots = new TreeMap<>();
        slots.put(SlotName.PRODUCTION, Slot.known(SlotName.PRODUCTION, null));
        slots.put(SlotName.STAGING, Slot.known(SlotName.STAGING, null));
        return new App(
                undeclared.name(),
                undeclared.token(),
                slots,
                List.of(),
                null,
                null,
                undeclared.rules(),
                undeclared.log());
    }

    Transition decide() {
        Transition refusal = context.refusalOfDeployable(command.slot(), command);
        if (refusal == null) {
            refusal = pastStaged();
        }
        return refusal == null ? decideDeployment() : refusal;
    }

    /** A hub that is further than STAGED, or staged elsewhere, can never be staged here (P-1). */
    private @Nullable Transition pastStaged() {
        ReleasePhase phase = app.phaseOf(hub);
        if (phase == null || (phase == ReleasePhase.STAGED && isStagedHere())) {
            return null;
        }
        if (phase != ReleasePhase.LIVE) {
            return nameUsed("the hub name " + hub + " belongs to a release that is " + phase);
        }
        return app.isInDoubt(SlotName.PRODUCTION)
                ? context.alreadySwapped()
                : DecisionContext.rejected(ErrorCode.ALREADY_LIVE, hub + " is live already", "nothing is left to do");
    }

    private static Transition nameUsed(String message) {
        return DecisionContext.rejected(
                ErrorCode.HUB_NAME_USED, message, "give each build a hub name of its own; names are never used again");
    }

    private boolean isStagedHere() {
        return hub.equals(slot().recorded());
    }

    private Slot slot() {
        return app.slot(command.slot()).orElseThrow();
    }

    private Transition decideDeployment() {
        Holder holder = context.holder(command.options(), hub);
        DeploymentTable.Outcome outcome = context.outcome(move(), holder);
        if (outcome.refusal() != null) {
            return context.refused(outcome.refusal());
        }
        SlotView view = new SlotView(app, slot(), command.options().observed());
        TaskHubName unexpected = view.unexpected();
        if (unexpected != null) {
            return slotDiffers(unexpected);
        }
        Transition refusal = context.refusalOfBlindness(view.isObserved());
        if (refusal == null && !isStagedHere()) {
            refusal = refusalOfName();
        }
        return refusal == null ? decideVerdict(outcome.effect(), holder, view) : refusal;
    }

    /** Writes the observed hub down, unless there is no record yet: a refused call declares no app. */
    private Transition slotDiffers(TaskHubName unexpected) {
        Transition.Rejected refusal =
                SlotView.refusal(new Draft(app, context.now()), command.slot(), unexpected, slot().occupants());
        return declaresApp ? new Transition.Rejected(refusal.refusal(), refusal.next(), null, null) : refusal;
    }

    private DeploymentMove move() {
        Deployment open = app.deployment();
        if (open == null) {
            return DeploymentMove.STAGE_OTHER_HUB;
        }
        if (open.taskHub().equals(hub)) {
            return DeploymentMove.STAGE_ITS_HUB;
        }
        return open.slot().equals(command.slot()) ? DeploymentMove.STAGE_OTHER_HUB : DeploymentMove.STAGE_OTHER_SLOT;
    }

    private @Nullable Transition refusalOfName() {
        Optional<Claim> claim = context.witness().claim(hub);
        if (claim.isPresent() && !claim.get().app().equals(app.name())) {
            return DecisionContext.rejectedWith(
                    new Refusal(
                            ErrorCode.HUB_OWNED,
                            "the hub name " + hub + " belongs to the app "
                                    + claim.get().app(),
                            "give each app and build a hub name of its own",
                            claim.get().app()),
                    Next.NOTHING);
        }
        if (claim.isPresent() && claim.get().tombstone() != null) {
            return nameUsed("the hub name " + hub + " belongs to a release that is DELETED");
        }
        return context.witness().showsWork(app, hub)
                ? DecisionContext.rejected(
                        ErrorCode.HUB_NOT_EMPTY,
                        "the hub " + hub + " already shows work, so it is not new",
                        "stage a hub name that was never used; if an app runs there already, declare it")
                : null;
    }

    private Transition decideVerdict(@Nullable DeploymentEffect effect, Holder holder, SlotView view) {
        Slot slot = command.options().ifMatch() == null ? slot() : view.narrowed();
        Set<TaskHubName> judged = slot.occupantsWithout(isStagedHere() ? hub : null);
        SlotQuestion question = new SlotQuestion(app, command.slot(), Intent.OVERWRITE, judged, findings(view));
        Deployment goesOn = effect == DeploymentEffect.REPEAT ? app.deployment() : null;
        StageClearance clearance = StageClearance.of(context, command, question, goesOn);
        if (clearance.refusal() != null) {
            return clearance.refusal();
        }
        Verdict verdict = clearance.verdict();
        ForceMark mark = Gate.mark(verdict, command.options().force(), context.now());
        if (goesOn != null && mark == null && slot.equals(slot()) && !isLeaseDue()) {
            return new Transition.Unchanged(clearance.next(), notes(clearance, null));
        }
        Draft draft = new Draft(app, context.now()).put(slot);
        Gate.mark(draft, verdict, judged, mark);
        stage(draft);
        draft.open(deployment(goesOn, holder));
        return new Transition.Moved(
                draft.build(), draft.changes(), summary(effect), clearance.next(), notes(clearance, mark));
    }

    private boolean isLeaseDue() {
        return app.deployment() != null && app.deployment().isHalfSpent(context.now());
    }

    private List<Finding> findings(SlotView view) {
        List<Finding> findings = new ArrayList<>(view.findings());
        if (isStagedHere()) {
            findings.add(new Warning(WarningCode.ALREADY_STAGED, hub + " is staged there already", hub));
        }
        return findings;
    }

    private void stage(Draft draft) {
        TaskHubName former = slot().recorded();
        if (former != null && !former.equals(hub)) {
            draft.move(former, ReleaseMove.REPLACE, null);
        }
        boolean again = isStagedHere();
        draft.move(hub, ReleaseMove.STAGE, command.slot());
        draft.change(hub, release -> release.staged(label(release, again), command.slot(), context.now()));
        draft.put(draft.slot(command.slot()).recording(hub).suspecting(hub));
    }

    private ReleaseLabel label(Release release, boolean again) {
        if (command.release() != null) {
            return command.release();
        }
        return again ? release.label() : ReleaseLabel.of(hub);
    }

    private Deployment deployment(@Nullable Deployment repeated, Holder holder) {
        Instant openedAt = repeated == null ? context.now() : repeated.openedAt();
        Duration lease = context.lease(command.options(), repeated);
        ReleaseLabel label = app.release(hub)
                .map(r -> label(r, true))
                .orElseGet(() -> command.release() == null ? ReleaseLabel.of(hub) : command.release());
        return new Deployment(
                hub,
                label.id(),
                command.slot(),
                DeploymentStep.STAGED,
                ExchangeKind.SWAP,
                holder,
                openedAt,
                context.now().plus(lease),
                lease,
                repeated != null && repeated.isSealed());
    }

    private Transition.Notes notes(StageClearance clearance, @Nullable ForceMark mark) {
        List<Warning> warnings = new ArrayList<>(clearance.warnings());
        if (declaresApp) {
            warnings.add(new Warning(WarningCode.APP_NEW, "this call declared the app " + app.name() + " empty", null));
        }
        List<TaskHubName> claims = isStagedHere() ? List.of() : List.of(hub);
        return new Transition.Notes(warnings, clearance.verdict(), claims, mark, clearance.wouldRefuse());
    }

    private String summary(@Nullable DeploymentEffect effect) {
        if (effect == DeploymentEffect.TAKE_OVER && app.deployment() != null) {
            return "staged " + hub + " in " + command.slot() + ", taking over from "
                    + app.deployment().holder() + ", whose lease had expired";
        }
        return effect == DeploymentEffect.REPEAT
                ? "renewed the deployment of " + hub + " in " + command.slot()
                : "staged " + hub + " in " + command.slot();
    }
}
