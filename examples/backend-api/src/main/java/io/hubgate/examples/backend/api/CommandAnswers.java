// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Refusal;
import io.hubgate.error.ErrorCode;
import io.hubgate.examples.answers.AppDocument;
import io.hubgate.examples.answers.Judged;
import io.hubgate.examples.answers.VerdictDocument;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Json;
import io.hubgate.examples.backend.http.Problem;
import io.hubgate.examples.backend.http.ProblemException;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what became of a command into an answer. */
final class CommandAnswers {
    private final Hubgate hubgate;
    private final AppDocument apps;
    private final VerdictDocument verdicts;

    CommandAnswers(Hubgate hubgate, AppDocument apps, VerdictDocument verdicts) {
        this.hubgate = hubgate;
        this.apps = apps;
        this.verdicts = verdicts;
    }

    /** Returns the answer about a command for a slot. */
    HttpAnswer of(Answer answer, SlotName slot) {
        Answer.Accepted accepted = accepted(answer, slot);
        App app = accepted.app();
        ObjectNode node = document(app, accepted);
        node.put("changed", accepted.changed());
        node.set("verdict", verdict(accepted, slot));
        node.set("warnings", VerdictDocument.warnings(accepted.warnings(), null));
        node.set("forced", VerdictDocument.forced(accepted.force()));
        return withToken(HttpAnswer.json(200, node), app);
    }

    /** Returns the beginning of an answer about what an app decided for itself. */
    static ObjectNode decided(App app, boolean changed) {
        ObjectNode node = Json.object();
        node.put("app", app.name().value());
        node.put("token", app.token().toString());
        node.put("changed", changed);
        return node;
    }

    /** What was accepted; a refusal ends the call. */
    Answer.Accepted accepted(Answer answer, SlotName slot) {
        if (answer instanceof Answer.Refused refused) {
            throw refusal(refused, slot);
        }
        return (Answer.Accepted) answer;
    }

    /** Returns the record of an app, or refuses the call. */
    App required(AppName name) {
        return hubgate.app(name)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ErrorCode.APP_UNKNOWN,
                        "nobody declared the app " + name,
                        "declare it with PUT /api/apps/" + name + ", or stage its first release with \"new\": true")));
    }

    ObjectNode document(App app) {
        return apps.of(app, hubgate.releases(app), app.next());
    }

    private ObjectNode document(App app, Answer.Accepted accepted) {
        return apps.of(app, hubgate.releases(app), accepted.next());
    }

    static HttpAnswer withToken(HttpAnswer answer, App app) {
        return answer.header("ETag", tag(app));
    }

    ProblemException refusal(Answer.Refused refused, SlotName slot) {
        Refusal refusal = refused.refusal();
        App app = refused.app();
        Problem problem = Problem.of(refusal.code(), refusal.message(), refusal.fix())
                .with("next", TextNode.valueOf(refused.next().word()));
        ObjectNode verdict = verdict(refused, slot);
        if (verdict != null) {
            problem = problem.with("verdict", verdict);
        }
        for (Map.Entry<String, String> header : retryAfter(refused).entrySet()) {
            problem = problem.header(header.getKey(), header.getValue());
        }
        ObjectNode open = AppDocument.deployment(app.deployment());
        if (open != null) {
            problem = problem.with("deployment", open);
        }
        if (refusal.owner() != null) {
            problem = problem.with("owner", TextNode.valueOf(refusal.owner().value()));
        }
        if (refusal.code() == ErrorCode.STALE_TOKEN) {
            problem = problem.with("app", document(app));
        }
        return new ProblemException(app.isDeclared() ? problem.header("ETag", tag(app)) : problem);
    }

    private static Map<String, String> retryAfter(Answer refused) {
        return refused.verdict() == null ? Map.of() : VerdictAnswers.retryAfter(List.of(refused.verdict()));
    }

    private @Nullable ObjectNode verdict(Answer answer, SlotName slot) {
        return answer.verdict() == null
                ? null
                : verdicts.of(Judged.slot(
                        answer.app(),
                        slot,
                        answer.verdict(),
                        answer.next(),
                        hubgate.forced(answer.app()).orElse(null)));
    }

    private static String tag(App app) {
        return "\"" + app.token() + "\"";
    }
}
