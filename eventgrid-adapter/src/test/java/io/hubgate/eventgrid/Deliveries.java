// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import io.hubgate.delivery.IncomingEvent;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.LifecycleEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Bodies as the extension and Event Grid send them, and what the parser makes of them. */
final class Deliveries {
    static final String TIME = "2026-03-04T05:06:07.1234567Z";
    static final String DATA = """
            {"hubName":"ShopHubV2","functionName":"PlaceOrder","instanceId":"o-1","reason":"","runtimeStatus":"Running"}""";

    private Deliveries() {}

    /** One event as the extension publishes it, its data given. */
    static String event(String data) {
        return """
                {"id":"5b0c","topic":null,"subject":"durable/orchestrator/Running","data":%s,\
                "eventType":"orchestratorEvent","eventTime":"%s","metadataVersion":null,"dataVersion":"1.0"}""".formatted(data, TIME);
    }

    static String event() {
        return event(DATA);
    }

    /** An event about one instance. */
    static String about(String instance) {
        return event(DATA.replace("o-1", instance));
    }

    static LifecycleEvent expected(String instance) {
        return new LifecycleEvent(
                new TaskHubName("ShopHubV2"),
                new InstanceId(instance),
                new OrchestratorName("PlaceOrder"),
                RuntimeStatus.RUNNING,
                Instant.parse(TIME),
                "");
    }

    static IncomingEvent.Parsed parsed(String instance) {
        return new IncomingEvent.Parsed(expected(instance));
    }

    static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    static ParsedDelivery parse(String body) {
        return new LifecycleEventParser().parse(bytes(body), ContentHints.none());
    }

    static List<IncomingEvent> events(String body) {
        return ((ParsedDelivery.Events) parse(body)).events();
    }

    static IncomingEvent only(String body) {
        List<IncomingEvent> events = events(body);
        if (events.size() != 1) {
            throw new AssertionError("not one event: " + events);
        }
        return events.get(0);
    }

    static LifecycleEvent onlyParsed(String body) {
        return ((IncomingEvent.Parsed) only(body)).event();
    }

    static IncomingEvent.Malformed onlyMalformed(String body) {
        return (IncomingEvent.Malformed) only(body);
    }
}
