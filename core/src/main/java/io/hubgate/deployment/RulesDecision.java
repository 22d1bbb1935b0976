// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.Text;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.Waiver;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what an app's own rules become. The open deployment is not touched. */
final class RulesDecision {
    private static final String FIX =
            "take code, instance and execution from the verdict's blockers, and an end within 7 days";

    private final DecisionContext context;
    private final RulesCommand command;
    private final App app;

    RulesDecision(DecisionContext context, RulesCommand command) {
        this.context = context;
        this.command = command;
        this.app = context.app();
    }

    Transition setPolicy(AppPolicy policy) {
        Transition refusal = refusal(true);
        if (refusal != null) {
            return refusal;
        }
        return policy.equals(app.rules().policy())
                ? unchanged()
                : moved(app.rules().with(policy), "set the policy of " + app.name() + ": " + PolicyText.of(policy));
    }

    Transition waive(RulesCommand.Waive asked) {
        Transition refusal = refusal(true);
        if (refusal != null) {
            return refusal;
        }
        Optional<Waiver> same = app.rules().waiversAt(context.now()).stream()
                .filter(waiver -> isSame(waiver, asked))
                .findFirst();
        if (same.isPresent()) {
            return unchanged();
        }
        if (app.rules().waiversAt(context.now()).size() >= AppRules.MOST_WAIVERS) {
            return DecisionContext.rejected(
                    ErrorCode.BAD_REQUEST,
                    app.name() + " has " + AppRules.MOST_WAIVERS + " waivers already",
                    "take back those that are not needed, or force with a reason");
        }
        try {
            Waiver waiver = waiver(asked);
            return moved(app.rules().with(waiver, context.now()), "waived " + words(waiver));
        } catch (IllegalArgumentException e) {
            return DecisionContext.rejected(
                    ErrorCode.BAD_REQUEST, Objects.requireNonNullElse(e.getMessage(), "no such waiver"), FIX);
        }
    }

    /** The same exception for as long: to ask again after a lost answer must not make another one. */
    private static boolean isSame(Waiver waiver, RulesCommand.Waive asked) {
        return waiver.hub().equals(asked.taskHub())
                && waiver.code() == asked.code()
                && waiver.target().equals(asked.target())
                && waiver.by().equals(asked.by())
                && waiver.reason().equals(asked.options().reason())
                && (asked.until() == null || waiver.until().equals(asked.until()));
    }

    private Waiver waiver(RulesCommand.Waive asked) {
        Instant until = asked.until() == null ? context.now().plus(Waiver.LONGEST) : asked.until();
        return new Waiver(
                "w" + (app.log().sequence() + 1),
                asked.taskHub(),
                asked.code(),
                asked.target(),
                asked.by(),
                Objects.requireNonNull(asked.options().reason()),
                context.now(),
                until);
    }

    Transition unwaive(String id) {
        Transition refusal = refusal(false);
        if (refusal != null) {
            return refusal;
        }
        Waiver waiver = app.rules().waiver(id).orElse(null);
        return waiver == null
                ? DecisionContext.rejected(
                        ErrorCode.NOT_FOUND,
                        app.name() + " has no waiver " + Text.shown(id),
                        "list the waivers of the app; one that is over may be gone")
                : moved(app.rules().without(waiver), "took back the waiver of " + words(waiver));
    }

    private static String words(Waiver waiver) {
        return waiver.code() + " for " + PolicyText.of(waiver.target()) + " in " + waiver.hub() + " until "
                + waiver.until() + " (" + waiver.id() + ")";
    }

    private @Nullable Transition refusal(boolean needsReason) {
        Transition refusal = context.refusalOf(null, command.options());
        String reason = command.options().reason();
        if (refusal == null && needsReason && (reason == null || reason.isBlank())) {
            return DecisionContext.rejected(
                    ErrorCode.BAD_REQUEST,
                    command.word() + " needs a reason",
                    "say in \"reason\" why, for the decision log");
        }
        return refusal;
    }

    private Transition unchanged() {
        return new Transition.Unchanged(app.next(), Transition.Notes.NONE);
    }

    private Transition moved(AppRules rules, String summary) {
        Draft draft = new Draft(app, context.now()).ruledBy(rules);
        return new Transition.Moved(draft.build(), draft.changes(), summary, app.next(), Transition.Notes.NONE);
    }
}
