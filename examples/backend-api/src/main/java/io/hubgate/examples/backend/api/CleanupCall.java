// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.CleanupAnswer;
import io.hubgate.CleanupRequest;
import io.hubgate.CleanupResult;
import io.hubgate.Hubgate;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.Options;
import io.hubgate.examples.answers.Judged;
import io.hubgate.examples.answers.VerdictDocument;
import io.hubgate.examples.backend.access.Caller;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.Fields;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Json;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.Removal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The last step of a pipeline: removing the data of hubs that no slot uses any more. */
final class CleanupCall {
    private final Hubgate hubgate;
    private final CommandAnswers answers;
    private final VerdictDocument verdicts;

    CleanupCall(Hubgate hubgate, CommandAnswers answers, VerdictDocument verdicts) {
        this.hubgate = hubgate;
        this.answers = answers;
        this.verdicts = verdicts;
    }

    List<Route> routes() {
        return List.of(Route.post("/api/apps/{app}/cleanup", Role.DEPLOY, this::cleanup));
    }

    private HttpAnswer cleanup(Call call) {
        AppName app = Names.app(call);
        Fields fields = call.fields("taskHub", "inUse", "dryRun", "dropEntities");
        TaskHubName hub = fields.text("taskHub").map(TaskHubName::new).orElse(null);
        Set<TaskHubName> inUse = new LinkedHashSet<>();
        fields.texts("inUse").forEach(name -> inUse.add(new TaskHubName(name)));
        boolean dryRun = fields.flag("dryRun");
        boolean dropEntities = fields.flag("dropEntities");
        Options options = CommandInput.of(call, fields).by(Actor.LOCAL);
        Caller caller = dropEntities ? call.admit(Role.ADMIN, app) : call.admitEither(Role.DEPLOY, Role.CLEANUP, app);
        CleanupRequest request = new CleanupRequest(
                app, hub, inUse, dryRun, dropEntities, caller.has(Role.DEPLOY), caller.has(Role.CLEANUP), options);
        CleanupAnswer answer = hubgate.cleanup(request, caller.actor());
        if (answer instanceof CleanupAnswer.Refused refused) {
            throw answers.refusal(refused.refused(), SlotName.STAGING);
        }
        return done((CleanupAnswer.Done) answer);
    }

    private HttpAnswer done(CleanupAnswer.Done done) {
        App app = done.app();
        ObjectNode node = Json.object();
        node.put("app", app.name().value());
        node.put("token", app.token().toString());
        ArrayNode results = node.putArray("results");
        done.results().forEach(result -> results.add(result(app, result)));
        node.set("warnings", VerdictDocument.warnings(done.warnings(), null));
        node.put("next", Next.NOTHING.word());
        return CommandAnswers.withToken(HttpAnswer.json(200, node), app);
    }

    private ObjectNode result(App app, CleanupResult result) {
        ObjectNode node = Json.object();
        node.put("taskHub", result.taskHub().value());
        node.put("outcome", result.outcome().name());
        node.put("scope", result.scope().name());
        node.set(
                "verdict",
                result.verdict() == null
                        ? null
                        : verdicts.of(Judged.hub(app, result.taskHub(), null, result.verdict())));
        ObjectNode plan = node.putObject("plan");
        ArrayNode removes = plan.putArray("removes");
        result.removes().forEach(removes::add);
        ArrayNode leaves = plan.putArray("leaves");
        result.leaves().forEach(leaves::add);
        Removal removal = result.removal();
        if (removal != null) {
            ArrayNode artefacts = plan.putArray("artefacts");
            removal.gone().forEach(artefact -> artefacts.add(artefact(artefact, "GONE")));
            removal.left().forEach(artefact -> artefacts.add(artefact(artefact, "PLANNED")));
            removal.plan().kept().forEach(artefact -> artefacts.add(artefact(artefact, "KEPT")));
        }
        if (result.failure() != null) {
            node.put("failure", result.failure());
        }
        if (result.code() != null) {
            node.put("code", result.code().name());
        }
        return node;
    }

    private static ObjectNode artefact(CleanupPlan.Artefact artefact, String state) {
        ObjectNode node = Json.object();
        node.put("kind", artefact.kind().name());
        node.put("name", artefact.name());
        node.put("account", artefact.tracking() ? "TRACKING_STORE" : "OWN");
        node.put("size", artefact.size());
        node.put("state", state);
        return node;
    }
}
