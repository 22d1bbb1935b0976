// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer as any HTTP server can give it. Immutable as long as nobody changes the bytes of its body. */
public final class WebhookResponse {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    WebhookResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status code
     */
    public int status() {
        return status;
    }

    /**
     * Returns the headers to send. {@code Content-Length} is left to the server.
     *
     * @return values by name; there is a {@code Content-Type} if there is a body
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns the body to send.
     *
     * @return the bytes, not copied; empty if there is no body
     */
    public byte[] body() {
        return body;
    }

    /**
     * Returns the body as text.
     *
     * @return JSON, or nothing
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
