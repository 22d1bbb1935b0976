// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.examples.backend.RunningBackend;
import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A real backend and what happens to it while somebody looks. */
final class Scene implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.system();

    private final RunningBackend backend;
    private final ContractHttp http;
    private final URI url;

    Scene(RunningBackend backend) {
        this(backend, backend.http());
    }

    Scene(RunningBackend backend, ContractHttp http) {
        this.backend = backend;
        this.http = http;
        this.url = backend.url();
    }

    static Scene begin() {
        return new Scene(RunningBackend.start());
    }

    URI url() {
        return url;
    }

    int port() {
        return url.getPort();
    }

    ContractHttp http() {
        return http;
    }

    /** Declares an app; a null hub stands for an empty slot. */
    Scene declare(String app, @Nullable String production, @Nullable String staging) {
        ObjectNode slots = node().put("production", production).put("staging", staging);
        return taken(http.put("/api/apps/" + app, node().set("slots", slots).toString()));
    }

    /** Stages a release as a run of a pipeline. */
    Reply stage(String app, String hub, String holder) {
        ObjectNode body = node().put("taskHub", hub);
        body.set("holder", node().put("name", holder).put("url", "https://ci.example/runs/1"));
        return http.post("/api/apps/" + app + "/slots/staging", body.toString());
    }

    /** Takes a further step as a run of a pipeline. */
    Scene step(String app, String step, String hub, String holder) {
        ObjectNode body = node().put("taskHub", hub);
        body.set("holder", node().put("name", holder).put("url", "https://ci.example/runs/1"));
        return taken(http.post("/api/apps/" + app + "/" + step, body.toString()));
    }

    /** Brings a release live: staged, swapped and confirmed. */
    Scene deploy(String app, String hub, String holder) {
        taken(stage(app, hub, holder));
        return step(app, "swap", hub, holder).step(app, "confirm", hub, holder);
    }

    /** Lets an orchestration run in a hub. */
    Scene running(String hub, String instance) {
        return deliver(event(hub, instance, "PlaceOrder", "Running", Duration.ofMinutes(2)));
    }

    /** Lets as many orchestrations run in a hub, {@code order-00000} the oldest. */
    Scene running(String hub, int count) {
        for (int from = 0; from < count; from += 1_000) {
            deliver(IntStream.range(from, Math.min(count, from + 1_000))
                    .mapToObj(i -> event(
                            hub,
                            "order-%05d".formatted(i),
                            "PlaceOrder",
                            "Running",
                            Duration.ofHours(3).minusMillis(i)))
                    .toArray(ObjectNode[]::new));
        }
        return this;
    }

    /** Lets an orchestration of a hub end. */
    Scene completed(String hub, String instance) {
        return deliver(event(hub, instance, "PlaceOrder", "Completed", Duration.ofMinutes(1)));
    }

    Scene deliver(ObjectNode... events) {
        ArrayNode delivery = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode event : events) {
            delivery.add(event);
        }
        Reply reply = http.send("POST", "/api/events", delivery.toString());
        assertThat(reply.at("/accepted")).isEqualTo(Integer.toString(events.length));
        return this;
    }

    /** Returns an event of some time ago. */
    static ObjectNode event(String hub, String instance, String function, String status, Duration ago) {
        ObjectNode event = node();
        event.put("id", hub + instance + status);
        event.put("subject", "durable/orchestrator/" + status);
        event.put("eventType", "orchestratorEvent");
        event.put("eventTime", CLOCK.instant().minus(ago).toString());
        event.put("dataVersion", "1.0");
        event.putObject("data")
                .put("hubName", hub)
                .put("functionName", function)
                .put("instanceId", instance)
                .put("reason", "")
                .put("runtimeStatus", status);
        return event;
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    private Scene taken(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
        return this;
    }

    @Override
    public void close() {
        backend.close();
    }
}
