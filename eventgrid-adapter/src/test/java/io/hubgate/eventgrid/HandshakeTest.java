// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.eventgrid.EventGridEvent;
import com.azure.messaging.eventgrid.SystemEventNames;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.rule.Rule;
import io.hubgate.store.StoreUnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("E-3")
class HandshakeTest {
    private static final String VALIDATION = """
            [{"id":"2d17","topic":"/subscriptions/s/resourceGroups/g/providers/Microsoft.EventGrid/topics/t","subject":"",\
            "data":{"validationCode":"512d38b6-c7b8","validationUrl":"https://example.com/validate?id=512d38b6"},\
            "eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","eventTime":"2026-01-25T22:12:19.4556811Z",\
            "metadataVersion":"1","dataVersion":"1"}]""";

    private final CollectingSink sink = new CollectingSink();
    private final WebhookHandler webhook = new WebhookHandler(sink, WebhookSettings.defaults(), CollectingSink.CLOCK);

    private WebhookResponse post(String body, String type) {
        return webhook.handle(
                new WebhookRequest("POST", Map.of("aeg-event-type", type), Map.of(), Deliveries.bytes(body)));
    }

    @Nested
    class OfTheEventGridSchema {
        @Test
        void theCodeIsSentBack() throws Exception {
            WebhookResponse response = post(VALIDATION, "SubscriptionValidation");
            assertThat(response.status()).isEqualTo(200);
            assertThat(new ObjectMapper().readTree(response.body()))
                    .isEqualTo(new ObjectMapper().readTree("{\"validationResponse\":\"512d38b6-c7b8\"}"));
        }

        @Test
        void theCodeIsTheOneThatTheSdkReads() {
            EventGridEvent event = EventGridEvent.fromString(VALIDATION).get(0);
            Map<?, ?> data = event.getData().toObject(Map.class);
            assertThat(event.getEventType()).isEqualTo(SystemEventNames.EVENT_GRID_SUBSCRIPTION_VALIDATION);
            assertThat(post(VALIDATION, "SubscriptionValidation").text())
                    .contains("\"" + data.get("validationCode") + "\"");
        }

        @Test
        void theTypeOfTheEventIsEnough() {
            assertThat(post(VALIDATION, "Notification").text()).startsWith("{\"validationResponse\"");
        }

        @Test
        void itNeedsNoStore() {
            sink.fail(new StoreUnavailableException("away"));
            assertThat(post(VALIDATION, "SubscriptionValidation").status()).isEqualTo(200);
        }

        @Test
        @Rule("E-1")
        void eventsBesideItAreNotLost() {
            String both = VALIDATION.substring(0, VALIDATION.length() - 1) + "," + Deliveries.event() + "]";
            assertThat(post(both, "SubscriptionValidation").text()).startsWith("{\"validationResponse\"");
            assertThat(sink.events()).hasSize(2).endsWith(Deliveries.parsed("o-1"));
            sink.fail(new StoreUnavailableException("away"));
            assertThat(post(both, "SubscriptionValidation").status()).isEqualTo(503);
        }

        @Test
        void aHostileCodeStaysText() throws Exception {
            String hostile = VALIDATION.replace("512d38b6-c7b8", "\\\"},\\u0000<b>");
            String back = new ObjectMapper()
                    .readTree(post(hostile, "x").body())
                    .path("validationResponse")
                    .textValue();
            assertThat(back).isEqualTo("\"},\u0000<b>");
        }

        @Test
        void theEndOfASubscriptionIsIgnored() {
            String deletion = VALIDATION.replace(
                    SystemEventNames.EVENT_GRID_SUBSCRIPTION_VALIDATION,
                    SystemEventNames.EVENT_GRID_SUBSCRIPTION_DELETED);
            assertThat(post(deletion, "SubscriptionDeletion").text())
                    .isEqualTo("{\"accepted\":0,\"ignored\":1,\"quarantined\":0}");
        }
    }

    @Nested
    class OfCloudEvents {
        private final Map<String, String> headers =
                new HashMap<>(Map.of("WebHook-Request-Origin", "eventgrid.azure.net"));

        private WebhookResponse ask(WebhookSettings settings) {
            return new WebhookHandler(sink, settings, CollectingSink.CLOCK)
                    .handle(new WebhookRequest("OPTIONS", headers, Map.of(), new byte[0]));
        }

        @Test
        void eventGridMayDeliverAtAnyRate() {
            WebhookResponse response = ask(WebhookSettings.defaults());
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers())
                    .containsEntry("WebHook-Allowed-Origin", "eventgrid.azure.net")
                    .containsEntry("WebHook-Allowed-Rate", "*")
                    .containsEntry("Allow", "POST, OPTIONS");
        }

        @ParameterizedTest
        @CsvSource({"120, 120", "' 1 ', 1", "0, *", "-1, *", "1.5, *", "9999999999, *", "*, *", "'', *"})
        void theRateThatIsAskedForIsGrantedIfItIsOne(String asked, String granted) {
            headers.put("WebHook-Request-Rate", asked);
            assertThat(ask(WebhookSettings.defaults()).headers()).containsEntry("WebHook-Allowed-Rate", granted);
        }

        @ParameterizedTest
        @ValueSource(strings = {"evil.example.com", "eventgrid.azure.net.evil.com", "", "*", "a\r\nSet-Cookie: x"})
        void othersGetNoConsent(String origin) {
            headers.put("WebHook-Request-Origin", origin);
            headers.put("WebHook-Request-Callback", "http://127.0.0.1:1/never-called");
            WebhookResponse response = ask(WebhookSettings.defaults());
            assertThat(response.status()).isEqualTo(403);
            assertThat(response.headers().keySet()).doesNotContain("WebHook-Allowed-Origin", "WebHook-Allowed-Rate");
            assertThat(response.text()).contains("\"code\":\"FORBIDDEN\"");
        }

        @Test
        void originsAreConfiguredAndComparedWithoutCase() {
            WebhookSettings settings = WebhookSettings.defaults().withOrigins(Set.of("Events.Example.com"));
            assertThat(ask(settings).status()).isEqualTo(403);
            headers.put("WebHook-Request-Origin", "EVENTS.example.COM");
            assertThat(ask(settings).headers()).containsEntry("WebHook-Allowed-Origin", "Events.Example.com");
        }

        @Test
        void aStarAllowsEveryOrigin() {
            headers.put("WebHook-Request-Origin", "anybody");
            assertThat(ask(WebhookSettings.defaults().withOrigins(Set.of("*"))).headers())
                    .containsEntry("WebHook-Allowed-Origin", "*");
        }

        @Test
        void optionsWithoutAnOriginOnlyTellTheMethods() {
            headers.clear();
            WebhookResponse response = ask(WebhookSettings.defaults());
            assertThat(response.status()).isEqualTo(204);
            assertThat(response.headers()).containsOnly(Map.entry("Allow", "POST, OPTIONS"));
        }

        @Test
        void aWrongKeyGetsNoConsentAndAMissingOneDoes() {
            WebhookSettings settings = WebhookSettings.defaults().withKeys(EventKeys.of("right"));
            assertThat(ask(settings).status()).isEqualTo(200);
            headers.put("x-functions-key", "wrong");
            assertThat(ask(settings).status()).isEqualTo(401);
            headers.put("x-functions-key", "right");
            assertThat(ask(settings).status()).isEqualTo(200);
        }
    }
}
