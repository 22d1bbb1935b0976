// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Rule("E-2")
class EventKeysTest {
    private static final String KEY = "s3cret+Kéy/==";

    private final CollectingSink sink = new CollectingSink();
    private final WebhookHandler webhook = new WebhookHandler(
            sink, WebhookSettings.defaults().withKeys(EventKeys.of("old", KEY)), CollectingSink.CLOCK);

    static Stream<Map<String, String>> headersWithTheKey() {
        return Stream.of(
                Map.of("aeg-sas-key", KEY),
                Map.of("AEG-SAS-KEY", "old"),
                Map.of("x-functions-key", KEY),
                Map.of("authorization", "Bearer " + KEY),
                Map.of("Authorization", "bearer  " + KEY + " "),
                Map.of("Authorization", basic("anyone:" + KEY)),
                Map.of("Authorization", basic(":" + KEY)),
                Map.of("Authorization", "Bearer wrong", "x-functions-key", KEY));
    }

    static Stream<Map<String, String>> headersWithoutIt() {
        return Stream.of(
                Map.of(),
                Map.of("aeg-sas-key", ""),
                Map.of("aeg-sas-key", "S3cret+Kéy/=="),
                Map.of("aeg-sas-key", KEY + " "),
                Map.of("Authorization", KEY),
                Map.of("Authorization", "Bearer"),
                Map.of("Authorization", "Bearer "),
                Map.of("Authorization", "Digest " + KEY),
                Map.of("Authorization", basic(KEY)),
                Map.of("Authorization", "Basic !!!"),
                Map.of("Cookie", KEY));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private WebhookResponse post(Map<String, String> headers, String query) {
        return webhook.handle(
                WebhookRequest.withQueryString("POST", headers, query, Deliveries.bytes(Deliveries.event())));
    }

    @ParameterizedTest
    @MethodSource("headersWithTheKey")
    void aRightKeyOpensWhereverItStands(Map<String, String> headers) {
        assertThat(post(headers, "").status()).isEqualTo(200);
    }

    @Test
    void aRightKeyOpensInTheQueryEncodedOrNot() {
        assertThat(post(Map.of(), "x=1&code=s3cret%2BK%C3%A9y%2F%3D%3D").status())
                .isEqualTo(200);
        assertThat(post(Map.of(), "code=s3cret+Kéy/==&code=other").status()).isEqualTo(200);
        assertThat(post(Map.of(), "code=%").status()).isEqualTo(401);
        assertThat(post(Map.of(), "code").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("headersWithoutIt")
    void anythingElseIsUnauthenticatedAndNeverForbidden(Map<String, String> headers) {
        WebhookResponse response = post(headers, "y=2");
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers()).containsKey("WWW-Authenticate");
        assertThat(response.text()).contains("\"code\":\"UNAUTHENTICATED\"").doesNotContain("cret");
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void theKeyIsAskedForBeforeTheBodyIsLookedAt() {
        WebhookRequest rubbish = new WebhookRequest("POST", Map.of(), Map.of(), Deliveries.bytes("rubbish"));
        assertThat(webhook.handle(rubbish).status()).isEqualTo(401);
    }

    @Test
    void withoutKeysEveryRequestIsTakenWhateverItPresents() {
        WebhookHandler open =
                new WebhookHandler(sink, WebhookSettings.defaults().withKeys(EventKeys.of()), CollectingSink.CLOCK);
        WebhookRequest request = new WebhookRequest(
                "POST", Map.of("aeg-sas-key", "any"), Map.of(), Deliveries.bytes(Deliveries.event()));
        assertThat(open.handle(request).status()).isEqualTo(200);
    }
}
