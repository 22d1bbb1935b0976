// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.delivery.GroupCommit;
import io.hubgate.deployment.App;
import io.hubgate.deployment.CleanupCommand;
import io.hubgate.deployment.HubData;
import io.hubgate.deployment.Options;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.deployment.Transition;
import io.hubgate.error.HubgateException;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.HubCase;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.TrackingCleanupRules;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import io.hubgate.readiness.WarningCode;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a clean-up out, hub by hub, in the scope of Hubgate's own data (rule P-13): judge, mark as being removed, drop, mark as deleted. A
 * crash between any two of these is continued by the next clean-up; the failure of one hub never stops the others. Thread-safe.
 */
final class CleanupShell {
    private static final Logger LOG = LoggerFactory.getLogger(CleanupShell.class);

    private final Shell shell;
    private final CommandShell commands;
    private final InstanceStore instances;
    private final GroupCommit groupCommit;
    private final ClaimDirectory directory;
    private final TrackingCleanupRules rules;

    CleanupShell(
            Shell shell,
            CommandShell commands,
            InstanceStore instances,
            GroupCommit groupCommit,
            ClaimDirectory directory) {
        this.shell = shell;
        this.commands = commands;
        this.instances = instances;
        this.groupCommit = groupCommit;
        this.directory = directory;
        this.rules = new TrackingCleanupRules(shell.rules());
    }

    CleanupAnswer cleanup(CleanupRequest request, Actor actor) {
        Answer.Refused refused = begin(request, actor);
        if (refused != null) {
            return new CleanupAnswer.Refused(refused);
        }
        List<CleanupResult> results = new ArrayList<>();
        for (Release release : load(request.app()).releases()) {
            if (release.phase() == ReleasePhase.RETIRED || release.phase() == ReleasePhase.REMOVING) {
                results.add(cleanUp(request, actor, release.taskHub()));
            }
        }
        return new CleanupAnswer.Done(load(request.app()), results, warnings());
    }

    /** Each look has the whole patience: many hubs may lie between two. */
    private App load(AppName app) {
        return shell.records().load(app, deadline()).app();
    }

    private Deadline deadline() {
        return Deadline.in(shell.patience(), shell.clock());
    }

    private Answer.@Nullable Refused begin(CleanupRequest request, Actor actor) {
        TaskHubName named = request.mayConfirm() ? request.taskHub() : null;
        CleanupCommand.Begin begin = new CleanupCommand.Begin(request.app(), named, request.options());
        if (!request.dryRun()) {
            return commands.execute(begin, actor) instanceof Answer.Refused refused ? refused : null;
        }
        return commands.decide(begin) instanceof Transition.Rejected rejected
                ? new Answer.Refused(load(request.app()), rejected.next(), rejected.verdict(), rejected.refusal())
                : null;
    }

    private List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>(shell.standingWarnings());
        warnings.add(new Warning(
                WarningCode.NO_CLEANER,
                "only Hubgate's own data is removed; the hubs' tables, queues and containers stay",
                null));
        return warnings;
    }

    private CleanupResult cleanUp(CleanupRequest request, Actor actor, TaskHubName hub) {
        try {
            return remove(request, actor, hub);
        } catch (HubgateException e) {
            LOG.warn("the clean-up of {} failed", hub, e);
            return result(hub, CleanupResult.Outcome.FAILED, null, e.getMessage());
        }
    }

    private CleanupResult remove(CleanupRequest request, Actor actor, TaskHubName hub) {
        App app = load(request.app());
        ReleasePhase phase = app.phaseOf(hub);
        if (phase == null || phase == ReleasePhase.DELETED) {
            // Another clean-up was faster.
            return result(hub, CleanupResult.Outcome.REMOVED, null, null);
        }
        Verdict verdict = phase == ReleasePhase.REMOVING ? null : judge(request, app, hub);
        if (verdict != null && !verdict.isReady()) {
            return result(hub, CleanupResult.Outcome.KEPT, verdict, null);
        }
        if (request.dryRun()) {
            return result(hub, CleanupResult.Outcome.PLANNED, verdict, null);
        }
        if (verdict != null) {
            CleanupCommand.BeginRemoval begin =
                    new CleanupCommand.BeginRemoval(request.app(), hub, verdict, reasonOf(request));
            if (commands.execute(begin, actor) instanceof Answer.Refused refused) {
                return result(
                        hub,
                        CleanupResult.Outcome.FAILED,
                        verdict,
                        refused.refusal().message());
            }
        }
        if (isAliveAgain(hub)) {
            commands.execute(new CleanupCommand.Resurrect(request.app(), hub, Options.NONE), actor);
            return result(hub, CleanupResult.Outcome.FAILED, verdict, hub + " shows work again, so it is kept");
        }
        drop(request.app(), actor, hub);
        return result(hub, CleanupResult.Outcome.REMOVED, verdict, null);
    }

    /** Events may have come after the verdict. Now that the release is REMOVING none is stored here any more, so this look is the last. */
    private boolean isAliveAgain(TaskHubName hub) {
        directory.forget(hub);
        return shell.evidence().read(hub, deadline()).activeCount() > 0;
    }

    private static Options reasonOf(CleanupRequest request) {
        String reason = request.options().reason();
        return reason == null ? Options.NONE : Options.NONE.because(reason);
    }

    private Verdict judge(CleanupRequest request, App app, TaskHubName hub) {
        HubCase hubCase = shell.evidence().caseOf(app, hub, Intent.OVERWRITE, deadline());
        return rules.judge(hubCase, request.inUse(), request.dropEntities());
    }

    private void drop(AppName app, Actor actor, TaskHubName hub) {
        instances.drop(hub, deadline());
        groupCommit.forget(hub);
        commands.execute(new CleanupCommand.EndRemoval(app, hub, HubData.LEFT, Options.NONE), actor);
        directory.forget(hub);
    }

    private static CleanupResult result(
            TaskHubName hub, CleanupResult.Outcome outcome, @Nullable Verdict verdict, @Nullable String failure) {
        String lower = hub.key();
        return new CleanupResult(
                hub,
                outcome,
                verdict,
                List.of("what Hubgate tracked of " + hub),
                List.of(
                        "tables " + hub + "Instances, " + hub + "History, " + hub + "Partitions",
                        "queues " + lower + "-control-*, " + lower + "-workitems",
                        String.format(Locale.ROOT, "containers %1$s-leases, %1$s-applease, %1$s-largemessages", lower)),
                failure);
    }
}
