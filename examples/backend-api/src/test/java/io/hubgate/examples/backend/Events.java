// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Lifecycle events as the extension publishes them. Their times are long ago, so that none comes from the future on any machine. */
public final class Events {
    /** The time of second 0. */
    public static final Instant BEGIN = Instant.parse("2024-03-04T05:06:07Z");

    private Events() {}

    public static String running(String hub, String instance) {
        return event(hub, instance, "Running", 0);
    }

    public static String completed(String hub, String instance) {
        return event(hub, instance, "Completed", 10);
    }

    public static String event(String hub, String instance, String status, int second) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("hubName", hub);
        data.put("functionName", "PlaceOrder");
        data.put("instanceId", instance);
        data.put("reason", "");
        data.put("runtimeStatus", status);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("id", hub + instance + status);
        event.putNull("topic");
        event.put("subject", "durable/orchestrator/" + status);
        event.set("data", data);
        event.put("eventType", "orchestratorEvent");
        event.put("eventTime", BEGIN.plusSeconds(second).toString());
        event.putNull("metadataVersion");
        event.put("dataVersion", "1.0");
        return event.toString();
    }

    public static String delivery(String... events) {
        return Arrays.stream(events).collect(Collectors.joining(",", "[", "]"));
    }
}
