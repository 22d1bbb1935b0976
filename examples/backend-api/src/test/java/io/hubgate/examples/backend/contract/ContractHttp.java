// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.contract;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An HTTP client for tests that fails the test when an exchange is not as {@code openapi.yaml} says. Thread-safe, immutable. */
public final class ContractHttp {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI base;
    private final Map<String, String> headers;

    private ContractHttp(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /**
     * Returns a client of a backend.
     *
     * @param base where it is
     * @return the client
     */
    public static ContractHttp to(URI base) {
        return new ContractHttp(base, Map.of());
    }

    /**
     * Returns every call that the document has.
     *
     * @return calls such as {@code GET /api/apps}
     */
    public static Set<String> documentedCalls() {
        return Contract.SERVED.calls();
    }

    /**
     * Returns a client that sends one more header with each request.
     *
     * @param name the header
     * @param value its value
     * @return the client
     */
    public ContractHttp with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ContractHttp(base, more);
    }

    /**
     * Returns a client that presents a key.
     *
     * @param key the key
     * @return the client
     */
    public ContractHttp key(String key) {
        return with("Authorization", "Bearer " + key);
    }

    /**
     * Looks.
     *
     * @param target path and query
     * @return the answer
     */
    public Reply get(String target) {
        return send("GET", target, "");
    }

    /**
     * Posts JSON.
     *
     * @param target path and query
     * @param json the body
     * @return the answer
     */
    public Reply post(String target, String json) {
        return json().send("POST", target, json);
    }

    /**
     * Puts JSON.
     *
     * @param target path and query
     * @param json the body
     * @return the answer
     */
    public Reply put(String target, String json) {
        return json().send("PUT", target, json);
    }

    /**
     * Takes something away.
     *
     * @param target path and query
     * @return the answer
     */
    public Reply delete(String target) {
        return send("DELETE", target, "");
    }

    /**
     * Sends a request as it is.
     *
     * @param method the method
     * @param target path and query
     * @param body the body; an empty one is none
     * @return the answer
     */
    public Reply send(String method, String target, String body) {
        return send(method, target, body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends a request as it is.
     *
     * @param method the method
     * @param target path and query
     * @param body the body; an empty one is none
     * @return the answer
     */
    public Reply send(String method, String target, byte[] body) {
        URI uri = URI.create(base + target);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        HttpResponse<String> response = exchange(request.build());
        check(new Exchanged(
                method,
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                new String(body, StandardCharsets.UTF_8),
                response.statusCode(),
                response.headers(),
                response.body()));
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static void check(Exchanged exchange) {
        List<String> complaints = Contract.SERVED.complaints(exchange);
        if (!complaints.isEmpty()) {
            throw new AssertionError("openapi.yaml does not have this: " + complaints + "\n" + exchange);
        }
    }

    private ContractHttp json() {
        return headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
    }
}
