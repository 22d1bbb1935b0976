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
import io.hubgate.readiness.HubCase;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.TrackingCleanupRules;
import io.hubgate.readiness.Verdict;
import io.hubgate.store.Deadline;
import java.util.List;
import java.util.Locale;

/** Cleans a hub up in the scope of Hubgate's own data: judge, mark as being removed, drop, mark as deleted (rule P-13). Thread-safe. */
final class TrackingCleanup implements HubCleanup {
    private final Shell shell;
    private final CommandShell commands;
    private final Forgetting forgetting;
    private final RemovalRecords removals;
    private final TrackingCleanupRules rules;

    TrackingCleanup(Shell shell, CommandShell commands, Forgetting forgetting, RemovalRecords removals) {
        this.shell = shell;
        this.commands = commands;
        this.forgetting = forgetting;
        this.removals = removals;
        this.rules = new TrackingCleanupRules(shell.rules());
    }

    @Override
    public CleanupResult begin(CleanupRequest request, Actor actor, App app, TaskHubName hub) {
        HubCase hubCase = shell.evidence().caseOf(app, hub, Intent.OVERWRITE, deadline());
        Verdict verdict = rules.judge(hubCase, request.inUse(), request.dropEntities());
        if (!verdict.isReady()) {
            return result(hub, CleanupResult.Outcome.KEPT).judged(verdict);
        }
        if (request.dryRun()) {
            return result(hub, CleanupResult.Outcome.PLANNED).judged(verdict);
        }
        // A plan that was recorded and never begun must not turn this removal into one of the hub itself.
        removals.forget(hub, deadline());
        CleanupCommand.BeginRemoval begin = new CleanupCommand.BeginRemoval(
                request.app(), hub, verdict, "what is kept of " + hub, request.reason());
        if (commands.execute(begin, actor) instanceof Answer.Refused refused) {
            return result(hub, CleanupResult.Outcome.FAILED)
                    .judged(verdict)
                    .because(refused.refusal().message());
        }
        return carryOn(request, actor, hub).judged(verdict);
    }

    @Override
    public CleanupResult carryOn(CleanupRequest request, Actor actor, TaskHubName hub) {
        // Events may have come after the verdict. Now that the release is REMOVING none is stored any more, so this
        // look is the last.
        if (forgetting.lastLook(hub).activeCount() > 0) {
            commands.execute(
                    new CleanupCommand.Resurrect(request.app(), hub, "events show work in it", Options.NONE), actor);
            return result(hub, CleanupResult.Outcome.FAILED).because(hub + " shows work again, so it is kept");
        }
        forgetting.drop(hub);
        commands.execute(new CleanupCommand.EndRemoval(request.app(), hub, HubData.LEFT, Options.NONE), actor);
        forgetting.forgetPlace(hub);
        return result(hub, CleanupResult.Outcome.REMOVED);
    }

    @Override
    public CleanupResult told(TaskHubName hub, ReleasePhase phase) {
        return result(
                hub, phase == ReleasePhase.REMOVING ? CleanupResult.Outcome.PLANNED : CleanupResult.Outcome.REMOVED);
    }

    @Override
    public CleanupResult failed(TaskHubName hub, String why) {
        return result(hub, CleanupResult.Outcome.FAILED).because(why);
    }

    private Deadline deadline() {
        return Deadline.in(shell.patience(), shell.clock());
    }

    private static CleanupResult result(TaskHubName hub, CleanupResult.Outcome outcome) {
        String lower = hub.key();
        return new CleanupResult(
                hub,
                outcome,
                CleanupScope.TRACKING,
                null,
                List.of("what Hubgate tracked of " + hub),
                List.of(
                        "tables " + hub + "Instances, " + hub + "History, " + hub + "Partitions",
                        "queues " + lower + "-control-*, " + lower + "-workitems",
                        String.format(Locale.ROOT, "containers %1$s-leases, %1$s-applease, %1$s-largemessages", lower)),
                null,
                null,
                null);
    }
}
