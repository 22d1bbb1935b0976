// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.store.AppStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds what backends say and what is in their store against the model. */
record Audit(Calls calls, AppStore store, Model model) {
    /** Complains of what is wrong in the middle of the load, as far as it can be known then. */
    void look() throws InterruptedException {
        for (ModelHub hub : model.hubs()) {
            long asked = model.tick();
            Set<String> ids = listed(hub.name()).stream()
                    .map(node -> node.get("instanceId").asText())
                    .collect(toSet());
            hub.complaints(ids, asked, model.tick()).forEach(model::complain);
        }
    }

    /** Fails unless each hub has exactly the active instances that it must have once all events are acknowledged. */
    void check() throws InterruptedException {
        for (ModelHub hub : model.hubs()) {
            assertThat(listed(hub.name()).stream().map(ModelInstance::listing).sorted())
                    .as(hub.name())
                    .isEqualTo(hub.listing());
        }
    }

    private List<JsonNode> listed(String hub) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            Reply page = calls.get("/api/taskhubs/" + hub + "/instances?limit=1000" + after)
                    .reply();
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().at("/instances").forEach(all::add);
            after = page.at("/next").equals("null") ? "" : "&after=" + page.at("/next");
        } while (!after.isEmpty());
        return all;
    }

    /** Fails unless what was decided for an app fits together and with what happened in Azure; returns it. */
    DecisionLog decisions(String app, Slots slots) {
        DecisionLog log = DecisionLog.read(store, app);
        log.oneDeploymentAtATime();
        assertThat(log.inProduction()).isEqualTo(slots.production());
        assertThat(log.decisions().stream()
                        .filter(decision -> decision.command().equals("confirm")))
                .as("confirmed swaps of %s", app)
                .hasSize(slots.swaps());
        return log;
    }

    /** Has an app cleaned up until nothing is left of the releases that no slot holds, half removed ones included. */
    void removeAllRetired(String app) throws InterruptedException {
        String live = calls.get("/api/apps/" + app).reply().at("/slots/production/taskHub");
        List<String> left;
        do {
            calls.post("/api/apps/" + app + "/cleanup", "{\"taskHub\":\"" + live + "\"}");
            left = new ArrayList<>();
            for (JsonNode release : calls.get("/api/apps/" + app).reply().json().at("/releases")) {
                if (Set.of("RETIRED", "REMOVING").contains(release.at("/phase").asText())) {
                    left.add(release.at("/taskHub").asText());
                }
            }
        } while (!left.isEmpty());
    }
}
