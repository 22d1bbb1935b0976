// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Command;
import io.hubgate.examples.backend.access.Caller;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.Fields;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Json;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is recorded of apps, and saying what is physically where. */
final class AppCalls {
    private static final int PAGE = 1_000;

    private final Hubgate hubgate;
    private final CommandAnswers answers;

    AppCalls(Hubgate hubgate, CommandAnswers answers) {
        this.hubgate = hubgate;
        this.answers = answers;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/apps", Role.READ, this::all),
                Route.get("/api/apps/{app}", Role.READ, this::one),
                Route.put("/api/apps/{app}", Role.ADMIN, this::declare));
    }

    private HttpAnswer all(Call call) {
        Caller caller = call.admit(Role.READ);
        ObjectNode node = Json.object();
        ArrayNode apps = node.putArray("apps");
        String after = null;
        do {
            Page<App> page = hubgate.apps(after, PAGE);
            page.items().stream()
                    .filter(app -> caller.mayUse(app.name()))
                    .forEach(app -> apps.add(answers.document(app)));
            after = page.next();
        } while (after != null);
        return HttpAnswer.json(200, node);
    }

    private HttpAnswer one(Call call) {
        AppName name = Names.app(call);
        call.admit(Role.READ, name);
        App app = answers.required(name);
        return CommandAnswers.withToken(HttpAnswer.json(200, answers.document(app)), app);
    }

    private HttpAnswer declare(Call call) {
        AppName name = Names.app(call);
        Fields fields = call.fields("slots", "reason", "force");
        Map<SlotName, Optional<TaskHubName>> slots = new LinkedHashMap<>();
        fields.textsOrNull("slots").forEach((slot, hub) -> {
            if (slots.put(new SlotName(slot), hub.map(TaskHubName::new)) != null) {
                throw fields.refused("slots", "name each slot once; letter case does not matter");
            }
        });
        CommandInput input = CommandInput.of(call, fields);
        Caller caller = call.admit(Role.ADMIN, name);
        Answer answer = hubgate.execute(new Command.Declare(name, slots, input.by(caller.actor())), caller.actor());
        HttpAnswer plain = answers.of(answer, SlotName.STAGING);
        boolean created = answer instanceof Answer.Accepted accepted && accepted.created();
        return created ? plain.status(201) : plain;
    }
}
