// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.HubStatus;
import io.hubgate.Hubgate;
import io.hubgate.examples.answers.Judged;
import io.hubgate.examples.answers.Parts;
import io.hubgate.examples.answers.VerdictDocument;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Json;
import io.hubgate.examples.backend.http.Query;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Intent;
import io.hubgate.store.Page;
import io.hubgate.tracking.InstanceRecord;
import java.util.List;

/** What is known of a task hub, in a slot or not. */
final class HubCalls {
    private static final int LARGEST_PAGE = 1_000;
    private static final int PAGE = 100;

    private final Hubgate hubgate;
    private final VerdictAnswers answers;

    HubCalls(Hubgate hubgate, VerdictDocument verdicts) {
        this.hubgate = hubgate;
        this.answers = new VerdictAnswers(verdicts);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/taskhubs/{hub}/status", Role.READ, this::status).query("intent"),
                Route.get("/api/taskhubs/{hub}/instances", Role.READ, this::instances)
                        .query("status", "limit", "after"));
    }

    private HttpAnswer status(Call call) {
        TaskHubName hub = Names.hub(call);
        HubStatus status = admitted(call, hub, Names.intent(call.query()));
        return answers.of(call, Judged.hub(status.app(), hub, status.slot(), status.verdict()), false);
    }

    private HttpAnswer instances(Call call) {
        TaskHubName hub = Names.hub(call);
        Query query = call.query();
        query.text("status").filter(word -> !"active".equals(word)).ifPresent(word -> {
            throw Query.refused("status", word, "only active instances can be listed: status=active");
        });
        int limit = query.number("limit", 1, LARGEST_PAGE, PAGE);
        String after = query.text("after").orElse(null);
        admitted(call, hub, Intent.OVERWRITE);
        Page<InstanceRecord> page = hubgate.activeInstances(hub, after, limit);
        ObjectNode node = Json.object();
        node.put("taskHub", hub.value());
        ArrayNode instances = node.putArray("instances");
        page.items().stream()
                .filter(instance -> !instance.id().isEntity())
                .forEach(instance -> instances.add(Parts.instance(instance)));
        node.put("next", page.next());
        return HttpAnswer.json(200, node);
    }

    /** Whose hub it is must be known before it can be told whether a key that is limited to apps may see it. */
    private HubStatus admitted(Call call, TaskHubName hub, Intent intent) {
        call.admit(Role.READ);
        HubStatus status = hubgate.status(hub, intent);
        if (status.app() == null) {
            call.admitToAll(Role.READ);
        } else {
            call.admit(Role.READ, status.app().name());
        }
        return status;
    }
}
