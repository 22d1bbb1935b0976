// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.Hubgate;
import io.hubgate.SlotStatus;
import io.hubgate.StatusQuery;
import io.hubgate.deployment.App;
import io.hubgate.examples.answers.VerdictDocument;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.change.Patience;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Json;
import io.hubgate.examples.backend.http.ProblemException;
import io.hubgate.examples.backend.http.Query;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.readiness.Intent;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The verdicts of slots: as a document, and as a status for simple clients. */
final class StatusCalls {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int MOST_APPS = 50;

    private final Hubgate hubgate;
    private final Patience patience;
    private final VerdictAnswers answers;
    private final VerdictDocument verdicts;

    StatusCalls(Hubgate hubgate, Patience patience, VerdictDocument verdicts) {
        this.hubgate = hubgate;
        this.patience = patience;
        this.answers = new VerdictAnswers(verdicts);
        this.verdicts = verdicts;
    }

    List<Route> routes() {
        String[] query = {"intent", "taskHub", "observedHub", "wait", "explain"};
        return List.of(
                Route.get("/api/apps/{app}/status", Role.READ, this::app),
                Route.get("/api/apps/{app}/slots/{slot}/status", Role.READ, this::status)
                        .query(query),
                Route.get("/api/apps/{app}/slots/{slot}/gate", Role.READ, this::gate)
                        .query(query),
                Route.get("/api/gate", Role.READ, this::worst).query("app", "slot", "intent", "wait"));
    }

    private HttpAnswer status(Call call) {
        Patience.Outcome<SlotStatus> outcome = slot(call);
        return answers.of(call, VerdictAnswers.judged(outcome.value()), outcome.refused());
    }

    private HttpAnswer gate(Call call) {
        Patience.Outcome<SlotStatus> outcome = slot(call);
        return answers.of(call, VerdictAnswers.judged(outcome.value()), outcome.refused())
                .status(VerdictAnswers.gate(outcome.value()));
    }

    private Patience.Outcome<SlotStatus> slot(Call call) {
        AppName app = Names.app(call);
        Query query = call.query();
        StatusQuery question = new StatusQuery(
                app,
                Names.slot(call),
                Names.intent(query),
                Names.stagingHub(query),
                Names.observed(query),
                query.flag("explain"));
        Duration wait = query.span("wait", LONGEST_WAIT);
        call.admit(Role.READ, app);
        return patience.await(
                wait,
                () -> hubgate.status(question),
                status -> status.verdict().isReady(),
                status -> VerdictAnswers.ripens(List.of(status)));
    }

    private HttpAnswer worst(Call call) {
        Query query = call.query();
        Set<AppName> apps =
                query.all("app").stream().map(AppName::new).collect(Collectors.toCollection(LinkedHashSet::new));
        if (apps.isEmpty() || apps.size() > MOST_APPS) {
            throw ProblemException.badRequest(
                    "the query has " + apps.size() + " apps",
                    "name 1 to " + MOST_APPS + " apps as app=NAME, once for each");
        }
        SlotName slot = query.text("slot").map(SlotName::new).orElse(SlotName.STAGING);
        Intent intent = Names.intent(query);
        Duration wait = query.span("wait", LONGEST_WAIT);
        apps.forEach(app -> call.admit(Role.READ, app));
        Patience.Outcome<List<SlotStatus>> outcome = patience.await(
                wait,
                () -> all(apps, slot, intent),
                all -> all.stream().allMatch(status -> status.verdict().isReady()),
                VerdictAnswers::ripens);
        return answers.worst(call, outcome.value(), outcome.refused());
    }

    private List<SlotStatus> all(Collection<AppName> apps, SlotName slot, Intent intent) {
        return apps.stream()
                .map(app -> hubgate.status(new StatusQuery(app, slot, intent, null, null)))
                .toList();
    }

    private HttpAnswer app(Call call) {
        AppName name = Names.app(call);
        call.admit(Role.READ, name);
        App app = hubgate.app(name).orElseGet(() -> App.undeclared(name));
        List<SlotStatus> all = app.isDeclared()
                ? hubgate.status(app, Intent.OVERWRITE)
                : List.of(
                        hubgate.status(StatusQuery.of(name, SlotName.PRODUCTION)),
                        hubgate.status(StatusQuery.of(name, SlotName.STAGING)));
        return CommandAnswers.withToken(
                        call.wantsText()
                                ? HttpAnswer.text(200, answers.lines(all))
                                : HttpAnswer.json(200, document(app, all)),
                        app)
                .header(VerdictAnswers.HEADER, answers.worstOf(deployable(all)))
                .headers(VerdictAnswers.retryAfter(
                        all.stream().map(SlotStatus::verdict).toList()));
    }

    private ObjectNode document(App app, List<SlotStatus> all) {
        ObjectNode node = Json.object();
        node.put("app", app.name().value());
        node.put("token", app.token().toString());
        ArrayNode takes = node.putArray("takesDeployment");
        deployable(all).stream()
                .filter(status -> status.verdict().isReady())
                .forEach(status -> takes.add(status.slot().value()));
        ObjectNode slots = node.putObject("slots");
        all.forEach(status -> slots.set(status.slot().value(), verdicts.of(VerdictAnswers.judged(status))));
        node.put("url", verdicts.url(app.name()));
        return node;
    }

    private static List<SlotStatus> deployable(List<SlotStatus> all) {
        return all.stream().filter(status -> !status.slot().isProduction()).toList();
    }
}
