// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.parsing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.LifecycleEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Jackson's tokens in one pass over a well-formed delivery. */
final class StreamingWay {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    private String type = "";
    private String time = "";
    private String hub = "";
    private String function = "";
    private String instance = "";
    private String reason = "";
    private String status = "";

    private StreamingWay() {}

    static List<IncomingEvent> parse(byte[] body) throws IOException {
        List<IncomingEvent> events = new ArrayList<>();
        StreamingWay way = new StreamingWay();
        try (JsonParser json = JSON.createParser(body)) {
            json.nextToken();
            while (json.nextToken().isStructStart()) {
                way.envelope(json);
                events.add(way.event());
            }
        }
        return events;
    }

    private IncomingEvent event() {
        if (!type.equalsIgnoreCase("orchestratorEvent")) {
            return new IncomingEvent.Ignored(type);
        }
        return new IncomingEvent.Parsed(new LifecycleEvent(
                new TaskHubName(hub),
                new InstanceId(instance),
                new OrchestratorName(function),
                RuntimeStatus.of(status),
                Instant.parse(time),
                reason));
    }

    private void envelope(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "eventType" -> type = json.getText();
                case "eventTime" -> time = json.getText();
                case "data" -> data(json);
                default -> json.skipChildren();
            }
        }
    }

    private void data(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "hubName" -> hub = json.getText();
                case "functionName" -> function = json.getText();
                case "instanceId" -> instance = json.getText();
                case "reason" -> reason = json.getText();
                case "runtimeStatus" -> status = json.getText();
                default -> json.skipChildren();
            }
        }
    }
}
