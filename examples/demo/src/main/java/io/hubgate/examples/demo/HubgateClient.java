// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The HTTP calls of a pipeline, with nothing but the JDK and a JSON parser. */
final class HubgateClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI backend;

    HubgateClient(URI backend) {
        this.backend = backend;
    }

    /** An answer: its status, and its body, which is a problem document if the status is 400 or more. */
    record Answer(int status, JsonNode body) {
        boolean isOk() {
            return status < 400;
        }

        String text(String field) {
            return body.path(field).asText();
        }
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer put(String path, JsonNode body) {
        return send(json(path).PUT(BodyPublishers.ofString(body.toString())).build());
    }

    Answer post(String path, JsonNode body) {
        return send(json(path).POST(BodyPublishers.ofString(body.toString())).build());
    }

    /** A command that holds only if nothing changed since the token was read. */
    Answer post(String path, JsonNode body, String token) {
        return send(json(path)
                .header("If-Match", token)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Delivers an event as the extension does in direct mode. */
    Answer deliver(byte[] events) {
        return send(json("/api/events").POST(BodyPublishers.ofByteArray(events)).build());
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json; charset=utf-8");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(backend.resolve(path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            String body = new String(response.body(), StandardCharsets.UTF_8);
            return new Answer(response.statusCode(), JSON.readTree(body.isEmpty() ? "{}" : body));
        } catch (IOException e) {
            throw new UncheckedIOException("the backend does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }
}
