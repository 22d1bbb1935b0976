// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.delivery.IncomingEvent;
import io.hubgate.delivery.IncomingEvent.Ignored;
import io.hubgate.delivery.IncomingEvent.Malformed;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("E-3")
class CloudEventsTest {
    private static final String CLOUD = """
            {"specversion":"1.0","type":"orchestratorEvent","source":"/subscriptions/s/topics/t","id":"5b0c",\
            "time":"2026-03-04T05:06:07.1234567+00:00","subject":"durable/orchestrator/Running","dataschema":"#1.0",%s}""";

    private static String cloud(String data) {
        return CLOUD.formatted(data);
    }

    @Nested
    class Structured {
        @Test
        void oneEventIsAnObject() {
            assertThat(Deliveries.events(cloud("\"data\":" + Deliveries.DATA)))
                    .containsExactly(Deliveries.parsed("o-1"));
        }

        @Test
        void aBatchIsAnArray() {
            String one = cloud("\"data\":" + Deliveries.DATA);
            assertThat(Deliveries.events("[" + one + "," + one.replace("o-1", "o-2") + "]"))
                    .containsExactly(Deliveries.parsed("o-1"), Deliveries.parsed("o-2"));
        }

        @Test
        void bothSchemasMayBeMixed() {
            assertThat(Deliveries.events(
                            "[" + cloud("\"data\":" + Deliveries.DATA) + "," + Deliveries.about("o-2") + "]"))
                    .containsExactly(Deliveries.parsed("o-1"), Deliveries.parsed("o-2"));
        }

        @Test
        void dataMayBeJsonInAText() {
            String text = "\"" + Deliveries.DATA.replace("\"", "\\\"") + "\"";
            assertThat(Deliveries.events(cloud("\"data\":" + text))).containsExactly(Deliveries.parsed("o-1"));
            assertThat(Deliveries.events(Deliveries.event(text))).containsExactly(Deliveries.parsed("o-1"));
        }

        @Test
        void dataMayBeBase64() {
            assertThat(Deliveries.events(cloud("\"data_base64\":\"" + base64(Deliveries.DATA) + "\"")))
                    .containsExactly(Deliveries.parsed("o-1"));
        }

        @Test
        void packedDataOfOtherTypesIsNotLookedAt() {
            String other = cloud("\"data_base64\":\"!!\"").replace("orchestratorEvent", "other");
            assertThat(Deliveries.events(other)).containsExactly(new Ignored("other"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"data_base64\":\"!!\"",
                    "\"data_base64\":\"e30x\"",
                    "\"data\":\"{\"",
                    "\"data\":\"x\"",
                    "\"data\":\"\"",
                    "\"data\":\"7\""
                })
        @Rule("E-2")
        void packedDataThatHoldsNoObjectIsMalformed(String data) {
            assertThat(Deliveries.only(cloud(data))).isInstanceOf(Malformed.class);
        }

        private static String base64(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class BinaryMode {
        private final Map<String, String> headers = new HashMap<>(Map.of(
                "Content-Type", "application/json; charset=utf-8",
                "CE-SpecVersion", "1.0",
                "ce-type", "orchestratorEvent",
                "Ce-Time", Deliveries.TIME,
                "ce-subject", "durable/orchestrator/Completed",
                "ce-id", "5b0c"));

        @Test
        void attributesAreHeadersAndTheBodyIsTheData() {
            assertThat(binary(Deliveries.DATA)).isEqualTo(Deliveries.parsed("o-1"));
        }

        @Test
        void withoutAStatusTheSubjectDecides() {
            String data = Deliveries.DATA.replace("\"runtimeStatus\":\"Running\"", "\"runtimeStatus\":null");
            IncomingEvent.Parsed event = (IncomingEvent.Parsed) binary(data);
            assertThat(event.event().status()).isEqualTo(RuntimeStatus.COMPLETED);
        }

        @Test
        void valuesOfHeadersArePercentDecoded() {
            headers.put("ce-type", "orchestrator%45vent");
            headers.put("ce-time", "2026-03-04T06:06:07.1234567+01:00");
            assertThat(binary(Deliveries.DATA)).isEqualTo(Deliveries.parsed("o-1"));
        }

        @Test
        void anotherTypeIsIgnoredWhateverItsBodyIs() {
            headers.put("ce-type", "other");
            assertThat(binary("\u0000 no json")).isEqualTo(new Ignored("other"));
            assertThat(binary("")).isEqualTo(new Ignored("other"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "no json", "[]", "{\"hubName\":\"ShopHubV2\"", "{\"hubName\":\"ShopHubV2\"} x", "null"})
        @Rule("E-2")
        void aBodyThatIsNoObjectIsMalformedAndNothingIsRefused(String body) {
            assertThat(binary(body)).isInstanceOf(Malformed.class);
        }

        @Test
        @Rule("R-8")
        void whatCouldBeReadNamesTheHub() {
            Malformed event = (Malformed) binary("{\"hubName\":\"ShopHubV2\",\"instanceId\":");
            assertThat(event.hub()).isEqualTo(new TaskHubName("ShopHubV2"));
        }

        @Test
        void aStructuredContentTypeOutweighsTheHeaders() {
            headers.put("Content-Type", "application/cloudevents+json; charset=utf-8");
            assertThat(binary(cloud("\"data\":" + Deliveries.DATA))).isEqualTo(Deliveries.parsed("o-1"));
        }

        private IncomingEvent binary(String body) {
            ParsedDelivery.Events delivery = (ParsedDelivery.Events)
                    new LifecycleEventParser().parse(Deliveries.bytes(body), ContentHints.of(headers));
            assertThat(delivery.events()).hasSize(1);
            return delivery.events().get(0);
        }
    }
}
