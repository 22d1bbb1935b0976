// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as any HTTP server has it. Immutable as long as nobody changes the bytes of its body; they are not copied.
 *
 * <p>Of a header or query parameter that comes more than once, give the first.
 */
public final class WebhookRequest {
    private final String method;
    private final Map<String, String> headers;
    private final Map<String, String> query;
    private final byte[] body;

    /**
     * Creates a request.
     *
     * @param method the HTTP method, in any letter case
     * @param headers the headers, their names in any letter case
     * @param query the query parameters, decoded
     * @param body the body, empty if there is none. Read at most {@link WebhookHandler#bodyLimit()} plus one bytes: that is enough for a body
     *     that is too large to be told.
     */
    public WebhookRequest(String method, Map<String, String> headers, Map<String, String> query, byte[] body) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        putAll(this.headers, headers);
        this.query = new TreeMap<>();
        putAll(this.query, query);
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * Creates a request from a query as it stands in the URL. A plus sign in it stays one: the only parameter of use is a key.
     *
     * @param method the HTTP method, in any letter case
     * @param headers the headers, their names in any letter case
     * @param queryString what follows the question mark, still encoded; null or empty if there is none
     * @param body the body, as for the constructor
     * @return the request
     */
    public static WebhookRequest withQueryString(
            String method, Map<String, String> headers, @Nullable String queryString, byte[] body) {
        Map<String, String> query = new TreeMap<>();
        for (String parameter : queryString == null ? new String[0] : queryString.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            query.putIfAbsent(PercentCode.decoded(name), PercentCode.decoded(parameter.substring(equals + 1)));
        }
        return new WebhookRequest(method, headers, query, body);
    }

    /** Servers differ in whether a header without a value is null. */
    private static void putAll(Map<String, String> to, Map<String, String> from) {
        from.forEach((name, value) -> {
            if (name != null && value != null) {
                to.put(name, value);
            }
        });
    }

    String method() {
        return method;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    @Nullable
    String query(String name) {
        return query.get(name);
    }

    byte[] body() {
        return body;
    }

    /** The extension posts without Event Grid between: it has the key of a topic, and no type of delivery. */
    boolean isDirect() {
        return headers.containsKey("aeg-sas-key") && !headers.containsKey("aeg-event-type");
    }
}
