// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of the README is this one, and it works over HTTP. */
class EmbeddingTest {
    private final CollectingSink sink = new CollectingSink();
    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = EmbeddedWebhook.serve(sink, "s3cret", CollectingSink.CLOCK);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theReadmeShowsTheCodeThatIsRunHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/hubgate/eventgrid/EmbeddedWebhook.java"));
        String code = source.substring(source.indexOf("// begin\n") + 9, source.indexOf("    // end"))
                .stripTrailing()
                .stripIndent();
        assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + code + "\n```");
    }

    @Test
    void aDeliveryWithItsKeyInTheQueryIsAcknowledged() throws Exception {
        HttpResponse<String> response = post("?code=s3cret", "[" + Deliveries.event() + "]");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"accepted\":1,\"ignored\":0,\"quarantined\":0}");
        assertThat(sink.events()).containsExactly(Deliveries.parsed("o-1"));
    }

    @Test
    void withoutItsKeyItIsNot() throws Exception {
        HttpResponse<String> response = post("", "[" + Deliveries.event() + "]");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aBodyBeyondTheLimitIsTooLarge() throws Exception {
        assertThat(post("?code=s3cret", " ".repeat((8 << 20) + 100)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void theHandshakeOfCloudEventsIsAnswered() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("?code=s3cret"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("WebHook-Request-Origin", "eventgrid.azure.net")
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("WebHook-Allowed-Origin")).contains("eventgrid.azure.net");
    }

    private HttpResponse<String> post(String query, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(query))
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String query) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/events" + query);
    }
}
