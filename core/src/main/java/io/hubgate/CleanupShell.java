// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.CleanupCommand;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.deployment.Transition;
import io.hubgate.error.HubgateException;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Warning;
import io.hubgate.readiness.WarningCode;
import io.hubgate.store.Deadline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a clean-up out, hub by hub (rule P-13): of the hubs themselves where a cleaner is configured, else of Hubgate's own data. The failure
 * of one hub never stops the others, and never touches a deployment. Thread-safe.
 */
final class CleanupShell {
    private static final Logger LOG = LoggerFactory.getLogger(CleanupShell.class);

    private final Shell shell;
    private final CommandShell commands;
    private final RemovalRecords removals;
    private final TrackingCleanup tracking;
    private final @Nullable TaskHubCleanup taskHub;

    CleanupShell(Parts parts, CommandShell commands) {
        this(parts, commands, parts.judge());
    }

    /** With another judge, for tests of what comes after the verdict. */
    CleanupShell(Parts parts, CommandShell commands, DeletionJudge judge) {
        this.shell = parts.shell();
        this.commands = commands;
        this.removals = parts.removals();
        Forgetting forgetting =
                new Forgetting(parts.shell(), parts.instances(), parts.groupCommit(), parts.directory());
        this.tracking = new TrackingCleanup(shell, commands, forgetting, removals);
        PlannedCleaner cleaner = parts.cleaner();
        this.taskHub =
                cleaner == null ? null : new TaskHubCleanup(shell, commands, forgetting, removals, cleaner, judge);
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
        if (taskHub == null) {
            warnings.add(new Warning(
                    WarningCode.NO_CLEANER,
                    "only Hubgate's own data is removed; the hubs' tables, queues and containers stay",
                    null));
        }
        return warnings;
    }

    private HubCleanup standard() {
        return taskHub == null ? tracking : taskHub;
    }

    private CleanupResult cleanUp(CleanupRequest request, Actor actor, TaskHubName hub) {
        try {
            return remove(request, actor, hub);
        } catch (HubgateException e) {
            LOG.warn("the clean-up of {} failed", hub, e);
            return standard().failed(hub, String.valueOf(e.getMessage()));
        }
    }

    private CleanupResult remove(CleanupRequest request, Actor actor, TaskHubName hub) {
        App app = load(request.app());
        ReleasePhase phase = app.phaseOf(hub);
        if (phase == ReleasePhase.REMOVING) {
            return goOn(request, actor, hub);
        }
        if (phase == null || phase == ReleasePhase.DELETED) {
            // Another clean-up was faster.
            return standard().told(hub, ReleasePhase.DELETED);
        }
        return standard().begin(request, actor, app, hub);
    }

    /** Goes on in the scope in which the removal began. */
    private CleanupResult goOn(CleanupRequest request, Actor actor, TaskHubName hub) {
        boolean ofHub = removals.find(hub, deadline()).isPresent();
        HubCleanup cleanup = ofHub && taskHub != null ? taskHub : tracking;
        if (request.dryRun() || (ofHub && taskHub != null && !request.mayRemove())) {
            return cleanup.told(hub, ReleasePhase.REMOVING);
        }
        return ofHub && taskHub == null
                ? tracking.failed(
                        hub, "the removal of " + hub + " itself has begun, and no cleaner is configured to go on")
                : cleanup.carryOn(request, actor, hub);
    }
}
