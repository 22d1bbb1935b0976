// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.CleanupCommand;
import io.hubgate.deployment.HubData;
import io.hubgate.deployment.Options;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.Actor;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.store.Deadline;
import io.hubgate.store.Versioned;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.CleanupProgress;
import io.hubgate.taskhub.Removal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cleans a task hub itself up (rule P-13): judge, plan, record the plan, mark as being removed, remove artefact by artefact, forget, mark as
 * deleted. How far it came is recorded after each artefact, so a crash between any two steps is continued by the next clean-up, whichever backend
 * it comes to. Thread-safe.
 */
final class TaskHubCleanup implements HubCleanup {
    private final Shell shell;
    private final CommandShell commands;
    private final Forgetting forgetting;
    private final RemovalRecords removals;
    private final PlannedCleaner planned;
    private final DeletionJudge judge;

    TaskHubCleanup(
            Shell shell,
            CommandShell commands,
            Forgetting forgetting,
            RemovalRecords removals,
            PlannedCleaner planned,
            DeletionJudge judge) {
        this.shell = shell;
        this.commands = commands;
        this.forgetting = forgetting;
        this.removals = removals;
        this.planned = planned;
        this.judge = judge;
    }

    @Override
    public CleanupResult begin(CleanupRequest request, Actor actor, App app, TaskHubName hub) {
        Verdict verdict = judge.judge(request, app, hub, deadline());
        if (request.dryRun()) {
            return dryRun(app, hub, verdict);
        }
        if (!verdict.isReady()) {
            return result(hub, CleanupResult.Outcome.KEPT, null).judged(verdict);
        }
        if (!request.mayRemove()) {
            return plan(app, hub, CleanupResult.Outcome.PLANNED, verdict)
                    .because("removing the data of " + hub + " needs a key with the role cleanup");
        }
        CleanupPlan plan = planned.plan(app.name(), hub, deadline());
        if (isOld(verdict)) {
            return result(hub, CleanupResult.Outcome.FAILED, null)
                    .judged(verdict)
                    .because("planning took longer than evidence may be old; call again");
        }
        Removal removal = Removal.begin(plan, verdict.basis().checkedAt());
        removals.begin(removal, deadline());
        CleanupCommand.BeginRemoval begin =
                new CleanupCommand.BeginRemoval(request.app(), hub, verdict, words(plan), request.reason());
        if (commands.execute(begin, actor) instanceof Answer.Refused refused) {
            removals.forget(hub, deadline());
            return result(hub, CleanupResult.Outcome.FAILED, null)
                    .judged(verdict)
                    .because(refused.refusal().message());
        }
        return carryOn(request, actor, hub).judged(verdict);
    }

    private CleanupResult dryRun(App app, TaskHubName hub, Verdict verdict) {
        boolean would = verdict.isReady() || onlyAwaitsSecondLook(verdict);
        return plan(app, hub, would ? CleanupResult.Outcome.PLANNED : CleanupResult.Outcome.KEPT, verdict);
    }

    private CleanupResult plan(App app, TaskHubName hub, CleanupResult.Outcome outcome, Verdict verdict) {
        Removal removal = Removal.begin(
                planned.plan(app.name(), hub, deadline()), shell.clock().instant());
        return result(hub, outcome, removal).judged(verdict);
    }

    /** The first of two looks for hosts (rule R-17) is often a dry run's: it tells what the second may allow. */
    private static boolean onlyAwaitsSecondLook(Verdict verdict) {
        List<Blocker> blockers = verdict.basis().blockers();
        return verdict.basis().reasons().isEmpty()
                && blockers.size() == 1
                && blockers.get(0).code() == BlockerCode.HOST_ACTIVE
                && blockers.get(0).readyAt() != null;
    }

    private boolean isOld(Verdict verdict) {
        Duration age =
                Duration.between(verdict.basis().checkedAt(), shell.clock().instant());
        return age.compareTo(shell.policy().evidenceAge()) > 0;
    }

    @Override
    public CleanupResult carryOn(CleanupRequest request, Actor actor, TaskHubName hub) {
        Deadline deadline = deadline();
        Instant begunAt = removals.find(hub, deadline)
                .map(found -> found.value().begunAt())
                .orElse(null);
        if (begunAt == null) {
            return overtaken(request, hub);
        }
        if (forgetting.lastLook(hub).active().stream()
                .anyMatch(record -> record.receivedAt().isAfter(begunAt))) {
            return resurrected(request, actor, hub, "events show work that began after the plan");
        }
        while (true) {
            Optional<Versioned<Removal>> found = removals.find(hub, deadline);
            if (found.isEmpty()) {
                return overtaken(request, hub);
            }
            Removal removal = found.get().value();
            if (removal.isDone()) {
                return finish(request, actor, removal);
            }
            CleanupProgress progress = deadline.isPast()
                    ? new CleanupProgress.Unfinished("the time of this call is over")
                    : planned.cleaner(request.app()).removeNext(removal, deadline);
            if (progress instanceof CleanupProgress.Resurrected alive) {
                return resurrected(request, actor, hub, alive.sign());
            }
            if (progress instanceof CleanupProgress.Unfinished unfinished) {
                return result(hub, CleanupResult.Outcome.REMOVING, removal).because(unfinished.why());
            }
            // Its end gets a time of its own: an artefact that is gone should be known to be.
            removals.advance(found.get(), removal.further(), deadline());
        }
    }

    /** Another clean-up ended this removal meanwhile, one way or the other. */
    private CleanupResult overtaken(CleanupRequest request, TaskHubName hub) {
        ReleasePhase phase =
                shell.records().load(request.app(), deadline()).app().phaseOf(hub);
        return phase == null || phase == ReleasePhase.DELETED
                ? result(hub, CleanupResult.Outcome.REMOVED, null)
                : failed(hub, "another clean-up gave the removal of " + hub + " up; call again");
    }

    private CleanupResult resurrected(CleanupRequest request, Actor actor, TaskHubName hub, String sign) {
        Removal removal = removals.find(hub, deadline()).map(Versioned::value).orElse(null);
        commands.execute(new CleanupCommand.Resurrect(request.app(), hub, sign, Options.NONE), actor);
        removals.forget(hub, deadline());
        forgetting.forgetPlace(hub);
        return result(hub, CleanupResult.Outcome.FAILED, removal)
                .because(hub + " shows life, so nothing more of it is removed: " + sign)
                .failed(CleanupResult.FailureCode.HUB_RESURRECTED);
    }

    private CleanupResult finish(CleanupRequest request, Actor actor, Removal removal) {
        TaskHubName hub = removal.plan().hub();
        HubData data = removal.plan().kept().isEmpty() ? HubData.REMOVED : HubData.LEFT;
        forgetting.drop(hub);
        commands.execute(new CleanupCommand.EndRemoval(request.app(), hub, data, Options.NONE), actor);
        forgetting.forgetPlace(hub);
        removals.forget(hub, deadline());
        return result(hub, CleanupResult.Outcome.REMOVED, removal);
    }

    @Override
    public CleanupResult told(TaskHubName hub, ReleasePhase phase) {
        if (phase != ReleasePhase.REMOVING) {
            return result(hub, CleanupResult.Outcome.REMOVED, null);
        }
        Removal removal = removals.find(hub, deadline()).map(Versioned::value).orElse(null);
        return result(hub, CleanupResult.Outcome.PLANNED, removal);
    }

    @Override
    public CleanupResult failed(TaskHubName hub, String why) {
        return result(hub, CleanupResult.Outcome.FAILED, null).because(why);
    }

    private Deadline deadline() {
        return Deadline.in(shell.patience(), shell.clock());
    }

    private static String words(CleanupPlan plan) {
        int many = plan.artefacts().size();
        return "the task hub " + plan.hub() + ": " + many + (many == 1 ? " artefact" : " artefacts")
                + (plan.kept().isEmpty() ? "" : "; rows in shared tables stay");
    }

    private static CleanupResult result(TaskHubName hub, CleanupResult.Outcome outcome, @Nullable Removal removal) {
        Stream<String> removes = removal == null
                ? Stream.of()
                : removal.plan().artefacts().stream().map(CleanupPlan.Artefact::words);
        List<String> leaves = removal == null
                ? List.of()
                : removal.plan().kept().stream()
                        .map(CleanupPlan.Artefact::words)
                        .toList();
        return new CleanupResult(
                hub,
                outcome,
                CleanupScope.TASK_HUB,
                null,
                Stream.concat(removes, Stream.of("what Hubgate tracked of " + hub))
                        .toList(),
                leaves,
                removal,
                null,
                null);
    }
}
