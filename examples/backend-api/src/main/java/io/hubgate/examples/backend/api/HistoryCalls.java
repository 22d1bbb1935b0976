// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.Hubgate;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Decision;
import io.hubgate.examples.answers.DecisionDocument;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Json;
import io.hubgate.examples.backend.http.Query;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.model.AppName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;

/** What was decided and refused, and why. */
final class HistoryCalls {
    private static final int LARGEST_PAGE = 1_000;
    private static final int PAGE = 100;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Hubgate hubgate;
    private final CommandAnswers answers;
    private final InstantSource clock;

    HistoryCalls(Hubgate hubgate, CommandAnswers answers, InstantSource clock) {
        this.hubgate = hubgate;
        this.answers = answers;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/apps/{app}/decisions", Role.READ, this::decisions)
                        .query("limit", "after"),
                Route.get("/api/apps/{app}/why", Role.READ, this::why).query("at"));
    }

    private HttpAnswer decisions(Call call) {
        AppName name = Names.app(call);
        int limit = call.query().number("limit", 1, LARGEST_PAGE, PAGE);
        long before = before(call.query());
        call.admit(Role.READ, name);
        App app = answers.required(name);
        List<Decision> page = hubgate.decisions(name, before, limit);
        ObjectNode node = Json.object();
        node.put("app", app.name().value());
        ArrayNode decisions = node.putArray("decisions");
        page.forEach(decision -> decisions.add(DecisionDocument.of(decision)));
        ArrayNode refusals = node.putArray("refusals");
        if (before == Long.MAX_VALUE) {
            hubgate.refusals(name).forEach(refusal -> refusals.add(DecisionDocument.of(refusal)));
        }
        boolean last = page.isEmpty() || page.get(page.size() - 1).sequence() <= 1;
        node.put("next", last ? null : Long.toString(page.get(page.size() - 1).sequence()));
        return CommandAnswers.withToken(HttpAnswer.json(200, node), app);
    }

    private static long before(Query query) {
        return query.text("after")
                .map(text -> {
                    if (!NUMBER.matcher(text).matches()) {
                        throw Query.refused("after", text, "give the next of the page before");
                    }
                    return Long.parseLong(text);
                })
                .orElse(Long.MAX_VALUE);
    }

    private HttpAnswer why(Call call) {
        AppName name = Names.app(call);
        Instant at = at(call.query());
        call.admit(Role.READ, name);
        App app = answers.required(name);
        ObjectNode node = Json.object();
        node.put("app", app.name().value());
        node.put("at", Json.time(at));
        node.set("decision", hubgate.why(name, at).map(DecisionDocument::of).orElse(null));
        return CommandAnswers.withToken(HttpAnswer.json(200, node), app);
    }

    private Instant at(Query query) {
        return query.text("at")
                .map(text -> {
                    try {
                        return OffsetDateTime.parse(text).toInstant();
                    } catch (DateTimeException e) {
                        throw Query.refused("at", text, "give a time such as 2026-11-23T05:18:12Z");
                    }
                })
                .orElseGet(clock::instant);
    }
}
