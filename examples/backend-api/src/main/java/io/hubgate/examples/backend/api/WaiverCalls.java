// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Options;
import io.hubgate.deployment.RulesCommand;
import io.hubgate.examples.answers.Parts;
import io.hubgate.examples.backend.access.Caller;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.Fields;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Json;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.readiness.Waiver;
import java.time.InstantSource;
import java.util.List;

/** Audited exceptions: somebody looked at one thing that blocks, and answers for it. */
final class WaiverCalls {
    private static final String PATH = "/api/apps/{app}/waivers";

    private final Hubgate hubgate;
    private final CommandAnswers answers;
    private final InstantSource clock;

    WaiverCalls(Hubgate hubgate, CommandAnswers answers, InstantSource clock) {
        this.hubgate = hubgate;
        this.answers = answers;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, Role.READ, this::all),
                Route.post(PATH, Role.ADMIN, this::waive),
                Route.delete(PATH + "/{id}", Role.ADMIN, this::takeBack));
    }

    private HttpAnswer all(Call call) {
        AppName name = Names.app(call);
        call.admit(Role.READ, name);
        return answer(answers.required(name), false);
    }

    private HttpAnswer waive(Call call) {
        AppName name = Names.app(call);
        Fields fields = call.fields(WaiverForm.FIELDS);
        WaiverForm form = WaiverForm.read(fields, clock.instant());
        Options options = CommandInput.audited(call, fields);
        Caller caller = call.admit(Role.ADMIN, name);
        return done(hubgate.execute(form.command(name, caller.actor(), options), caller.actor()));
    }

    private HttpAnswer takeBack(Call call) {
        AppName name = Names.app(call);
        Options options = CommandInput.matching(call);
        Caller caller = call.admit(Role.ADMIN, name);
        return done(hubgate.execute(new RulesCommand.Unwaive(name, call.path("id"), options), caller.actor()));
    }

    private HttpAnswer done(Answer answer) {
        Answer.Accepted accepted = answers.accepted(answer, SlotName.STAGING);
        return answer(accepted.app(), accepted.changed());
    }

    private HttpAnswer answer(App app, boolean changed) {
        ObjectNode node = CommandAnswers.decided(app, changed);
        ArrayNode waivers = node.putArray("waivers");
        app.rules().waivers().forEach(waiver -> waivers.add(document(waiver)));
        return CommandAnswers.withToken(HttpAnswer.json(200, node), app);
    }

    private ObjectNode document(Waiver waiver) {
        ObjectNode node = Json.object();
        node.put("id", waiver.id());
        node.put("taskHub", waiver.hub().value());
        node.put("code", waiver.code().name());
        WaiverForm.target(node, waiver.target());
        node.set("by", Parts.actor(waiver.by()));
        node.put("reason", waiver.reason());
        node.put("at", waiver.at().toString());
        node.put("until", waiver.until().toString());
        node.put("over", !clock.instant().isBefore(waiver.until()));
        return node;
    }
}
