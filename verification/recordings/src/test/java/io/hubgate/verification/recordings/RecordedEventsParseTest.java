// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.eventgrid.ContentHints;
import io.hubgate.eventgrid.LifecycleEventParser;
import io.hubgate.eventgrid.ParsedDelivery;
import io.hubgate.rule.Rule;
import io.hubgate.tracking.LifecycleEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event that the real engine published is understood, in every shape in which Event Grid may deliver it. */
@Rule("E-3")
class RecordedEventsParseTest {
    private static final String TOPIC =
            "/subscriptions/0000/resourceGroups/shop/providers/Microsoft.EventGrid/topics/lifecycle";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Recording> recordings() {
        return Recording.all().stream();
    }

    @Test
    void theRecordingsAreThere() {
        List<Recording> all = Recording.all();
        assertThat(all).extracting(Recording::engine).contains("ext-2.10.0", "ext-3.15.0", "ext-3.15.0-isolated");
        assertThat(all).hasSize(43);
        assertThat(all.stream().mapToInt(recording -> recording.posts().size()).sum())
                .isEqualTo(3202);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void asTheExtensionPostedThem(Recording recording) {
        for (Recording.Post post : recording.posts()) {
            assertUnderstood(events(post), post.bytes(), ContentHints.none());
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void asEventGridDeliversThem(Recording recording) {
        for (Recording.Post post : recording.posts()) {
            ArrayNode filled = JSON.createArrayNode();
            events(post).forEach(event -> filled.add(filled(event)));
            assertUnderstood(events(post), bytes(filled), ContentHints.none());
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void inOneArray(Recording recording) {
        List<JsonNode> events = allEvents(recording);
        ArrayNode batch = JSON.createArrayNode();
        events.forEach(event -> batch.add(filled(event)));
        assertUnderstood(events, bytes(batch), ContentHints.none());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void asSingleCloudEvents(Recording recording) {
        for (JsonNode event : allEvents(recording)) {
            assertUnderstood(List.of(event), bytes(cloudEvent(event)), hints("application/cloudevents+json"));
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void asABatchOfCloudEvents(Recording recording) {
        List<JsonNode> events = allEvents(recording);
        ArrayNode batch = JSON.createArrayNode();
        events.forEach(event -> batch.add(cloudEvent(event)));
        assertUnderstood(events, bytes(batch), hints("application/cloudevents-batch+json; charset=utf-8"));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void asCloudEventsInBinaryMode(Recording recording) {
        for (JsonNode event : allEvents(recording)) {
            Map<String, String> headers = Map.of(
                    "Content-Type", "application/json",
                    "ce-specversion", "1.0",
                    "ce-type", event.required("eventType").textValue(),
                    "ce-source", TOPIC,
                    "ce-id", event.required("id").textValue(),
                    "ce-time", event.required("eventTime").textValue(),
                    "ce-subject", event.required("subject").textValue());
            assertUnderstood(List.of(event), bytes(event.required("data")), ContentHints.of(headers));
        }
    }

    private static void assertUnderstood(List<JsonNode> recorded, byte[] body, ContentHints hints) {
        ParsedDelivery.Events delivery = (ParsedDelivery.Events) new LifecycleEventParser().parse(body, hints);
        assertThat(delivery.validationCode()).isNull();
        assertThat(delivery.events()).hasSameSizeAs(recorded);
        for (int i = 0; i < recorded.size(); i++) {
            assertThat(delivery.events().get(i)).isInstanceOf(IncomingEvent.Parsed.class);
            assertSame(
                    recorded.get(i), ((IncomingEvent.Parsed) delivery.events().get(i)).event());
        }
    }

    private static void assertSame(JsonNode recorded, LifecycleEvent event) {
        JsonNode data = recorded.required("data");
        String reason =
                data.required("reason").isNull() ? "" : data.required("reason").textValue();
        Instant time =
                OffsetDateTime.parse(recorded.required("eventTime").textValue()).toInstant();
        assertThat(event.hub().value()).isEqualTo(data.required("hubName").textValue());
        assertThat(event.instance().value())
                .isEqualTo(data.required("instanceId").textValue());
        assertThat(event.function().value())
                .isEqualTo(data.required("functionName").textValue());
        assertThat(event.status().word())
                .isEqualTo(data.required("runtimeStatus").textValue());
        assertThat(event.eventTime()).isEqualTo(time);
        assertThat(event.reason())
                .isEqualTo(reason.substring(0, Math.min(LifecycleEvent.LONGEST_REASON, reason.length())));
    }

    private static ObjectNode filled(JsonNode event) {
        ObjectNode delivered = event.deepCopy();
        return delivered.put("topic", TOPIC).put("metadataVersion", "1");
    }

    private static ObjectNode cloudEvent(JsonNode event) {
        ObjectNode mapped = JSON.createObjectNode().put("specversion", "1.0").put("source", TOPIC);
        mapped.set("id", event.required("id"));
        mapped.set("type", event.required("eventType"));
        mapped.set("time", event.required("eventTime"));
        mapped.set("subject", event.required("subject"));
        mapped.set("data", event.required("data"));
        return mapped.put("dataschema", "#1.0");
    }

    private static List<JsonNode> allEvents(Recording recording) {
        List<JsonNode> events = new ArrayList<>();
        recording.posts().forEach(post -> events.addAll(events(post)));
        return events;
    }

    private static List<JsonNode> events(Recording.Post post) {
        List<JsonNode> events = new ArrayList<>();
        post.body().forEach(events::add);
        return events;
    }

    private static ContentHints hints(String contentType) {
        return ContentHints.of(Map.of("Content-Type", contentType));
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
