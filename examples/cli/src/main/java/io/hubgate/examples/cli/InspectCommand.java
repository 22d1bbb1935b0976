// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import io.hubgate.examples.answers.Judged;
import io.hubgate.examples.answers.Links;
import io.hubgate.examples.answers.VerdictDocument;
import io.hubgate.examples.cli.look.HubJudge;
import io.hubgate.examples.cli.terminal.Wait;
import io.hubgate.examples.cli.text.HubsAnswer;
import io.hubgate.examples.cli.text.Style;
import io.hubgate.examples.cli.text.VerdictText;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.TaskHubInspector;
import io.hubgate.taskhub.Trouble;
import io.hubgate.taskhub.azurestorage.HubSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The command {@code inspect}: the verdict on one hub, or a list of all. */
final class InspectCommand {
    private final Program program;

    InspectCommand(Program program) {
        this.program = program;
    }

    ExitCode run(InspectOptions options) throws InterruptedException {
        Target target = Target.of(options, program.environment());
        TaskHubName hub = target.hub();
        return hub == null ? list(target, options) : judge(target, hub, options);
    }

    private ExitCode judge(Target target, TaskHubName hub, InspectOptions options) throws InterruptedException {
        Verdict verdict = verdict(target, hub, options);
        Judged judged = Judged.hub(null, hub, null, verdict);
        program.out()
                .print(
                        options.json()
                                ? new VerdictDocument(Links.NONE).of(judged) + "\n"
                                : VerdictText.of(judged, style()));
        boolean unsupported =
                verdict.basis().reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.UNSUPPORTED_BACKEND);
        return unsupported ? ExitCode.MISCONFIGURED : ExitCode.of(verdict);
    }

    private Verdict verdict(Target target, TaskHubName hub, InspectOptions options) throws InterruptedException {
        String provider = target.otherProvider();
        StorageAccounts accounts = new StorageAccounts(target, program.clock());
        TaskHubInspector inspector = provider == null
                ? shown(accounts, hub)
                : (request, deadline) ->
                        unsupported(hub, provider, program.clock().instant());
        HubJudge judge = new HubJudge(inspector, program.clock(), this::pause);
        HubJudge.Question question = new HubJudge.Question(
                hub,
                options.intent(),
                options.explain() ? Depth.EXPLAIN : Depth.WHOLE,
                options.within(),
                failed -> withHint(accounts, failed, options.within()));
        return judge.judge(question);
    }

    private TaskHubInspector shown(StorageAccounts accounts, TaskHubName hub) {
        TaskHubInspector inspector = accounts.inspector();
        return (request, deadline) -> program.showing(
                time -> "looking at " + hub + ": " + time.toSeconds() + " s, " + accounts.requests() + " requests",
                () -> inspector.inspect(request, deadline));
    }

    private ExitCode list(Target target, InspectOptions options) {
        StorageAccounts accounts = new StorageAccounts(target, program.clock());
        List<HubSummary> hubs = program.showing(
                time -> "looking for task hubs in " + target.account() + ": " + time.toSeconds() + " s, "
                        + accounts.seen() + " found",
                () -> accounts.hubs(options.within()));
        HubsAnswer answer = new HubsAnswer(
                target.account().toString(), hubs, program.clock().instant());
        program.out().print(options.json() ? answer.json() + "\n" : answer.text(style()));
        return ExitCode.READY;
    }

    private Style style() {
        return program.screen().colours() ? Style.COLOURED : Style.PLAIN;
    }

    private void pause(Instant until) throws InterruptedException {
        Duration time = Duration.between(program.clock().instant(), until);
        Wait wait = Wait.begin(
                program.screen(),
                program.err(),
                program.clock(),
                passed -> "no host is seen; looking again in "
                        + Math.max(0, time.minus(passed).toSeconds()) + " s");
        try {
            // Nobody counts this latch down: it only gives a wait that an interruption ends.
            new CountDownLatch(1).await(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        } finally {
            wait.close();
        }
    }

    /** A name that nothing has is most often a slip: the nearest name that something has may be the one that was meant. */
    private static Inspection withHint(StorageAccounts accounts, Inspection seen, Duration within) {
        if (!(seen instanceof FailedLook failed) || failed.trouble() != Trouble.HUB_MISSING) {
            return seen;
        }
        String hint = accounts.hint(failed.hub(), within);
        return hint == null
                ? failed
                : new FailedLook(
                        failed.hub(),
                        failed.endedAt(),
                        failed.trouble(),
                        failed.message(),
                        hint + " Otherwise " + failed.fix());
    }

    private static FailedLook unsupported(TaskHubName hub, String provider, Instant now) {
        return new FailedLook(
                hub,
                now,
                Trouble.UNSUPPORTED_BACKEND,
                "the app keeps its task hub in " + provider + ", and only Azure Storage can be looked at",
                "look at it with the tools of that provider");
    }
}
