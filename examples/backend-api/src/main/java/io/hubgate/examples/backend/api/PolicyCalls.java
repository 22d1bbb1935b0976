// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Options;
import io.hubgate.deployment.RulesCommand;
import io.hubgate.examples.backend.access.Caller;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.Fields;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.readiness.AppPolicy;
import java.util.List;
import java.util.stream.Stream;

/** How careful an app's verdicts are. */
final class PolicyCalls {
    private static final String PATH = "/api/apps/{app}/policy";
    private static final String[] FIELDS =
            Stream.concat(Stream.of(PolicyForm.FIELDS), Stream.of("reason")).toArray(String[]::new);

    private final Hubgate hubgate;
    private final CommandAnswers answers;

    PolicyCalls(Hubgate hubgate, CommandAnswers answers) {
        this.hubgate = hubgate;
        this.answers = answers;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, Role.READ, this::get), Route.put(PATH, Role.ADMIN, this::put));
    }

    private HttpAnswer get(Call call) {
        AppName name = Names.app(call);
        call.admit(Role.READ, name);
        return answer(answers.required(name), false);
    }

    private HttpAnswer put(Call call) {
        AppName name = Names.app(call);
        Fields fields = call.fields(FIELDS);
        AppPolicy policy = PolicyForm.read(fields);
        Options options = CommandInput.audited(call, fields);
        Caller caller = call.admit(Role.ADMIN, name);
        Answer answer = hubgate.execute(new RulesCommand.SetPolicy(name, policy, options), caller.actor());
        Answer.Accepted accepted = answers.accepted(answer, SlotName.STAGING);
        return answer(accepted.app(), accepted.changed());
    }

    private static HttpAnswer answer(App app, boolean changed) {
        ObjectNode node = CommandAnswers.decided(app, changed);
        node.set("policy", PolicyForm.write(app.rules().policy()));
        return CommandAnswers.withToken(HttpAnswer.json(200, node), app);
    }
}
