// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.parsing;

import com.azure.messaging.eventgrid.EventGridEvent;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.eventgrid.ContentHints;
import io.hubgate.eventgrid.LifecycleEventParser;
import io.hubgate.eventgrid.ParsedDelivery;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.LifecycleEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The ways of parsing; those that were not taken as one would write them, for well-formed deliveries only. */
final class Ways {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader DATA = JSON.readerFor(Data.class);
    private static final ObjectReader ENVELOPES = JSON.readerForListOf(Envelope.class);

    private Ways() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(String hubName, String functionName, String instanceId, String reason, String runtimeStatus) {
        IncomingEvent at(Instant time) {
            return new IncomingEvent.Parsed(new LifecycleEvent(
                    new TaskHubName(hubName),
                    new InstanceId(instanceId),
                    new OrchestratorName(functionName),
                    RuntimeStatus.of(runtimeStatus),
                    time,
                    reason));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Envelope(String subject, Data data, String eventType, String eventTime) {}

    static List<IncomingEvent> byHubgate(LifecycleEventParser parser, byte[] body) {
        return ((ParsedDelivery.Events) parser.parse(body, ContentHints.none())).events();
    }

    static List<EventGridEvent> bySdkAlone(byte[] body) {
        return EventGridEvent.fromString(new String(body, StandardCharsets.UTF_8));
    }

    static List<IncomingEvent> byStreaming(byte[] body) throws IOException {
        return StreamingWay.parse(body);
    }

    static List<IncomingEvent> byDatabind(byte[] body) throws IOException {
        List<Envelope> envelopes = ENVELOPES.readValue(body);
        List<IncomingEvent> events = new ArrayList<>(envelopes.size());
        for (Envelope envelope : envelopes) {
            events.add(
                    envelope.eventType().equalsIgnoreCase("orchestratorEvent")
                            ? envelope.data().at(Instant.parse(envelope.eventTime()))
                            : new IncomingEvent.Ignored(envelope.eventType()));
        }
        return events;
    }

    static List<IncomingEvent> bySdk(byte[] body) {
        List<IncomingEvent> events = new ArrayList<>();
        for (EventGridEvent event : bySdkAlone(body)) {
            if (event.getEventType().equalsIgnoreCase("orchestratorEvent")) {
                Data data = data(event.getData().toBytes());
                events.add(data.at(event.getEventTime().toInstant()));
            } else {
                events.add(new IncomingEvent.Ignored(event.getEventType()));
            }
        }
        return events;
    }

    private static Data data(byte[] json) {
        try {
            return DATA.readValue(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
