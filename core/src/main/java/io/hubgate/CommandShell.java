// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.DecisionContext;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.deployment.Transition;
import io.hubgate.deployment.VerdictDigest;
import io.hubgate.model.Actor;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.Verdict;
import io.hubgate.store.Deadline;
import java.util.Optional;

/**
 * Carries a command out: load, decide, claim, look again, commit; from the beginning when another command came first. Thread-safe.
 */
final class CommandShell {
    private final Shell shell;
    private final FinalReleases finalReleases;

    CommandShell(Shell shell) {
        this.shell = shell;
        this.finalReleases = new FinalReleases(shell.records());
    }

    Answer execute(Command command, Actor actor) {
        Deadline deadline = Deadline.in(shell.patience(), shell.clock());
        while (true) {
            Optional<Answer> answer = tryOnce(new Attempt(command, actor, deadline));
            if (answer.isPresent()) {
                return answer.get();
            }
            shell.listener().raceLost(command.app());
            deadline.check(command.word() + " of " + command.app());
        }
    }

    /** Decides a command without writing anything. */
    Transition decide(Command command) {
        Deadline deadline = Deadline.in(shell.patience(), shell.clock());
        App app = shell.records().load(command.app(), deadline).app();
        return decide(command, app, new HubWitness(shell, deadline));
    }

    private Transition decide(Command command, App app, HubWitness witness) {
        return command.decide(
                new DecisionContext(app, witness, shell.lease(), shell.clock().instant()));
    }

    private record Attempt(Command command, Actor actor, Deadline deadline) {}

    private Optional<Answer> tryOnce(Attempt attempt) {
        AppRecords.Loaded loaded = shell.records().load(attempt.command().app(), attempt.deadline());
        HubWitness witness = new HubWitness(shell, attempt.deadline());
        Transition transition = decide(attempt.command(), loaded.app(), witness);
        if (transition instanceof Transition.Moved moved) {
            return commit(attempt, loaded, moved, witness);
        }
        if (transition instanceof Transition.Unchanged unchanged) {
            Transition.Notes notes = unchanged.notes();
            return Optional.of(new Answer.Accepted(
                    loaded.app(), unchanged.next(), notes.verdict(), notes.warnings(), null, false, false));
        }
        return refuse(attempt, loaded, (Transition.Rejected) transition);
    }

    private Optional<Answer> commit(
            Attempt attempt, AppRecords.Loaded loaded, Transition.Moved moved, HubWitness witness) {
        Transition.Notes notes = moved.notes();
        for (TaskHubName hub : notes.claims()) {
            if (!shell.records().claim(hub, loaded.app().name(), attempt.deadline())) {
                return Optional.empty();
            }
        }
        Verdict verdict = notes.verdict();
        // Nothing comes between this look and the write, so that as little as can be goes unseen.
        if (verdict != null
                && !witness.stillHolds(verdict, policyOf(loaded.app()).evidenceAge())) {
            return Optional.empty();
        }
        return write(attempt, loaded, moved)
                .map(app -> new Answer.Accepted(
                        app, moved.next(), verdict, notes.warnings(), notes.force(), loaded.revision() == null, true));
    }

    private Optional<App> write(Attempt attempt, AppRecords.Loaded loaded, Transition.Moved moved) {
        Decision decision = decision(attempt, loaded.app(), moved);
        App after = finalReleases.entombed(moved.app(), attempt.deadline());
        Optional<App> written = shell.records().commit(loaded, after, decision, attempt.deadline());
        written.ifPresent(app -> shell.listener().decided(app, decision));
        return written;
    }

    private Decision decision(Attempt attempt, App before, Transition.Moved moved) {
        Command command = attempt.command();
        Verdict verdict = moved.notes().verdict();
        return new Decision(
                before.log().sequence() + 1,
                shell.clock().instant(),
                attempt.actor(),
                command.word(),
                command.options().holder(),
                command.taskHub(),
                moved.summary(),
                moved.app().token(),
                command.options().reason(),
                verdict == null ? null : digest(verdict, policyOf(before)),
                moved.notes().force(),
                moved.notes().wouldRefuse(),
                before.log().hash());
    }

    private VerdictDigest digest(Verdict verdict, ReadinessPolicy policy) {
        return VerdictDigest.of(verdict, policy, shell.rules().version());
    }

    private ReadinessPolicy policyOf(App app) {
        return shell.policy().withApp(app.rules().policy());
    }

    private Optional<Answer> refuse(Attempt attempt, AppRecords.Loaded loaded, Transition.Rejected rejected) {
        App app = loaded.app();
        if (rejected.recorded() != null) {
            Optional<App> written = write(attempt, loaded, rejected.recorded());
            if (written.isEmpty()) {
                return Optional.empty();
            }
            app = written.get();
        }
        JournalEntry entry = new JournalEntry(
                shell.clock().instant(),
                attempt.actor(),
                attempt.command().word(),
                attempt.command().options().holder(),
                attempt.command().taskHub(),
                rejected.refusal().code(),
                rejected.refusal().message());
        if (app.isDeclared()) {
            shell.records().note(app.name(), entry, attempt.deadline());
        }
        shell.listener().refused(app, entry);
        return Optional.of(new Answer.Refused(app, rejected.next(), rejected.verdict(), rejected.refusal()));
    }
}
