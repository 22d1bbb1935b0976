// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.rule.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What holds for any request: it is answered, with a status that the protocol knows, and 200 only for what the sink was given. */
@Rule({"E-1", "E-2"})
class WebhookFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "k";

    private final CollectingSink sink = new CollectingSink();
    private final WebhookHandler open = new WebhookHandler(sink, WebhookSettings.defaults(), CollectingSink.CLOCK);
    private final WebhookHandler locked =
            new WebhookHandler(sink, WebhookSettings.defaults().withKeys(EventKeys.of(KEY)), CollectingSink.CLOCK);

    /** The bytes read like HTTP: method and query in the first line, then headers, an empty line, and the body. */
    @FuzzTest(maxDuration = "60s")
    void anyRequestIsAnswered(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        String[] head = (end < 0 ? text : text.substring(0, end)).split("\n", -1);
        byte[] body = end < 0 ? new byte[0] : text.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            headers.put(
                    head[i].substring(0, Math.max(colon, 0)),
                    head[i].substring(colon + 1).strip());
        }
        String[] first = head[0].split(" ", 2);
        String query = first.length == 2 ? first[1] : "";
        WebhookRequest request = WebhookRequest.withQueryString(first[0], headers, query, body);
        assertAnswered(request, body);
        assertLocked(request, headers, query);
    }

    private void assertAnswered(WebhookRequest request, byte[] body) throws IOException {
        int before = sink.events().size();
        WebhookResponse response = open.handle(request);
        int taken = sink.events().size() - before;
        assertThat(response.status()).isIn(200, 204, 400, 403, 405);
        if (response.status() == 400) {
            assertThat(beginsAsJson(body)).isFalse();
        }
        if (response.status() == 200 && response.body().length > 0) {
            JsonNode report = JSON.readTree(response.body());
            int told = report.path("accepted").intValue()
                    + report.path("ignored").intValue()
                    + report.path("quarantined").intValue();
            assertThat(report.has("validationResponse") || told == taken).isTrue();
        } else {
            assertThat(taken).isZero();
        }
        response.headers().forEach((name, value) -> assertThat(name + value).doesNotContain("\n", "\r"));
    }

    private void assertLocked(WebhookRequest request, Map<String, String> headers, String query) {
        int before = sink.events().size();
        int status = locked.handle(request).status();
        boolean mentionsKey = query.contains(KEY)
                || query.contains("%")
                || headers.toString().contains(KEY)
                || headers.toString().contains("asic");
        if (!mentionsKey) {
            assertThat(status).isNotEqualTo(400);
            assertThat(sink.events()).hasSize(before);
        }
    }

    private static boolean beginsAsJson(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).replaceFirst("^[ \\t\\r\\n]+", "");
        return text.startsWith("{") || text.startsWith("[");
    }
}
