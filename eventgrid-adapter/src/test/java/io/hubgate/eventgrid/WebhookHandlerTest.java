// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.delivery.IncomingEvent.Malformed;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.error.InvalidValueException;
import io.hubgate.rule.Rule;
import io.hubgate.store.StoreFullException;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookHandlerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CollectingSink sink = new CollectingSink();
    private final WebhookHandler webhook = new WebhookHandler(sink, WebhookSettings.defaults(), CollectingSink.CLOCK);

    static JsonNode json(WebhookResponse response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebhookRequest post(String body, Map<String, String> headers) {
        return new WebhookRequest("POST", headers, Map.of(), Deliveries.bytes(body));
    }

    private WebhookResponse deliver(String body) {
        return webhook.handle(post(body, Map.of("aeg-event-type", "Notification")));
    }

    private static void assertProblem(WebhookResponse response, int status, ErrorCode code) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers()).containsEntry("Content-Type", "application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("code").textValue()).isEqualTo(code.name());
        assertThat(problem.path("type").textValue()).endsWith(code.name());
        for (String text : List.of("title", "detail", "fix")) {
            assertThat(problem.path(text).textValue()).as(text).isNotBlank();
        }
    }

    @Nested
    class Delivering {
        @Test
        @Rule("E-1")
        void isAcknowledgedWithCountsOnceTheSinkHasTakenIt() throws Exception {
            String body =
                    "[" + Deliveries.about("a") + ",{\"eventType\":\"other\"},{},null," + Deliveries.about("b") + "]";
            WebhookResponse response = deliver(body);
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers()).containsEntry("Content-Type", "application/json");
            assertThat(json(response)).isEqualTo(JSON.readTree("{\"accepted\":2,\"ignored\":1,\"quarantined\":2}"));
            assertThat(sink.events())
                    .hasSize(5)
                    .startsWith(Deliveries.parsed("a"))
                    .endsWith(Deliveries.parsed("b"));
        }

        @Test
        void anEmptyArrayIsAcknowledgedWithoutTheSink() {
            sink.fail(new StoreUnavailableException("gone"));
            assertThat(deliver("[]").text()).isEqualTo("{\"accepted\":0,\"ignored\":0,\"quarantined\":0}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "application/cloudevents-batch+json",
                    "garbage",
                    ""
                })
        @Rule("E-3")
        void anyContentTypeWillDo(String contentType) {
            WebhookResponse response =
                    webhook.handle(post("[" + Deliveries.event() + "]", Map.of("content-type", contentType)));
            assertThat(json(response).path("accepted").intValue()).isEqualTo(1);
        }

        @Test
        @Rule("E-3")
        void headersCarryACloudEventInBinaryMode() {
            Map<String, String> headers =
                    Map.of("CE-Type", "orchestratorEvent", "ce-specversion", "1.0", "ce-time", Deliveries.TIME);
            assertThat(webhook.handle(post(Deliveries.DATA, headers)).status()).isEqualTo(200);
            assertThat(sink.events()).containsExactly(Deliveries.parsed("o-1"));
        }

        @Test
        @Rule("E-2")
        void aMalformedEventIsHandedOnAndAcknowledged() {
            assertThat(deliver("[{\"eventType\":").status()).isEqualTo(200);
            assertThat(sink.events()).singleElement().isInstanceOf(Malformed.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "hello", "<xml/>"})
        @Rule("E-2")
        void onlyABodyThatIsNoJsonAtAllIsABadRequest(String body) {
            assertProblem(deliver(body), 400, ErrorCode.BAD_REQUEST);
            assertThat(sink.events()).isEmpty();
        }

        @Test
        @Rule("E-2")
        void aBodyAtTheLimitIsTakenAndOneByteMoreIsNot() {
            String body = "[" + Deliveries.event() + "]";
            WebhookHandler small = new WebhookHandler(
                    sink, WebhookSettings.defaults().withBodyLimit(body.length()), CollectingSink.CLOCK);
            assertThat(small.bodyLimit()).isEqualTo(body.length());
            assertThat(small.handle(post(body, Map.of())).status()).isEqualTo(200);
            assertProblem(small.handle(post(body + " ", Map.of())), 413, ErrorCode.NOT_FOUND);
            assertThat(webhook.bodyLimit()).isEqualTo(8 * 1024 * 1024);
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "PATCH", "get", "", "X"})
        void otherMethodsAreRefusedWithThoseThatAreNot(String method) {
            WebhookResponse response = webhook.handle(new WebhookRequest(method, Map.of(), Map.of(), new byte[0]));
            assertProblem(response, 405, ErrorCode.NOT_FOUND);
            assertThat(response.headers()).containsEntry("Allow", "POST, OPTIONS");
        }
    }

    @Nested
    @Rule("E-1")
    class Failing {
        static Stream<HubgateException> troubles() {
            return Stream.of(
                    new StoreUnavailableException("the table\nis \"away\""),
                    new StoreFullException("1000 instances are kept", "raise HUBGATE_MAX_INSTANCES"),
                    new UnknownOutcomeException("a batch", new IOException("reset")));
        }

        @ParameterizedTest
        @MethodSource("troubles")
        void aStoreThatCannotTakeItLetsTheDeliveryComeAgain(HubgateException trouble) {
            sink.fail(trouble);
            WebhookResponse response = deliver(Deliveries.event());
            assertProblem(response, 503, ErrorCode.STORE_UNAVAILABLE);
            assertThat(response.headers()).containsEntry("Retry-After", "5");
            assertThat(json(response).path("detail").textValue()).isEqualTo(trouble.getMessage());
            assertThat(json(response).path("fix").textValue()).isEqualTo(trouble.fix());
        }

        @Test
        void anyOtherFailureLetsItComeAgainTooAndTellsNothingOfItself() {
            for (RuntimeException failure :
                    List.of(new IllegalStateException("secret"), new InvalidValueException("secret", "secret"))) {
                sink.fail(failure);
                WebhookResponse response = deliver(Deliveries.event());
                assertProblem(response, 503, ErrorCode.INTERNAL);
                assertThat(response.headers()).containsKey("Retry-After");
                assertThat(response.text()).doesNotContain("secret");
            }
        }

        @Test
        void theSinkHasTwentySecondsLessWhatTheAnswerNeeds() {
            deliver(Deliveries.event());
            assertThat(sink.time())
                    .isBetween(Duration.ofSeconds(19), Duration.ofSeconds(20).minusMillis(1));
        }

        @Test
        @Rule("E-6")
        void theSinkHasFiveSecondsInDirectMode() {
            webhook.handle(post(Deliveries.event(), Map.of("Aeg-Sas-Key", "k")));
            assertThat(sink.time())
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5).minusMillis(1));
            assertThat(sink.events()).containsExactly(Deliveries.parsed("o-1"));
        }

        @Test
        void aTypeOfDeliveryMeansEventGridWhateverKeyItBrings() {
            webhook.handle(post(Deliveries.event(), Map.of("aeg-sas-key", "k", "AEG-Event-Type", "Notification")));
            assertThat(sink.time()).isGreaterThan(Duration.ofSeconds(5));
        }

        @Test
        void aDeadlineThatPassesInTheSinkLetsTheDeliveryComeAgain() {
            WebhookHandler late = new WebhookHandler(
                    (events, deadline) -> {
                        throw new StoreUnavailableException("commit did not end before its deadline");
                    },
                    WebhookSettings.defaults(),
                    CollectingSink.CLOCK);
            assertProblem(late.handle(post(Deliveries.event(), Map.of())), 503, ErrorCode.STORE_UNAVAILABLE);
        }
    }
}
