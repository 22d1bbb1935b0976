// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The example of the README: the webhook behind the HTTP server of the JDK. */
final class EmbeddedWebhook {
    private EmbeddedWebhook() {}

    // begin
    static HttpServer serve(EventSink sink, String key, InstantSource clock) throws IOException {
        WebhookSettings settings = WebhookSettings.defaults().withKeys(EventKeys.of(key));
        WebhookHandler webhook = new WebhookHandler(sink, settings, clock);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/events", exchange -> answer(webhook, exchange));
        server.start();
        return server;
    }

    private static void answer(WebhookHandler webhook, HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            byte[] body = exchange.getRequestBody().readNBytes(webhook.bodyLimit() + 1);
            String query = exchange.getRequestURI().getRawQuery();
            WebhookResponse answer =
                    webhook.handle(WebhookRequest.withQueryString(exchange.getRequestMethod(), headers, query, body));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }
    // end
}
