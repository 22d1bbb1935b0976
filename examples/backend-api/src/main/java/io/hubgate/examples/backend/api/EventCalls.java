// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.Hubgate;
import io.hubgate.error.ErrorCode;
import io.hubgate.eventgrid.WebhookHandler;
import io.hubgate.eventgrid.WebhookRequest;
import io.hubgate.eventgrid.WebhookResponse;
import io.hubgate.eventgrid.WebhookSettings;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Json;
import io.hubgate.examples.backend.http.Problem;
import io.hubgate.examples.backend.http.ProblemException;
import io.hubgate.examples.backend.http.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deliveries of events and their handshakes. What they mean the adapter knows; here they only find their way to it. */
final class EventCalls {
    private static final String PATH = "/api/events";
    private static final String CONTENT_TYPE = "Content-Type";

    private final WebhookHandler webhook;

    EventCalls(Hubgate hubgate, Set<String> origins, int bodyLimit, InstantSource clock) {
        this.webhook = new WebhookHandler(
                (events, deadline) -> hubgate.take(events, deadline.left()),
                WebhookSettings.defaults().withOrigins(origins).withBodyLimit(bodyLimit),
                clock);
    }

    List<Route> routes() {
        return List.of(
                new Route(
                        "POST", PATH, Role.EVENTS, Route.Body.DELIVERY, Set.of(), call -> handle("POST", call), false),
                new Route(
                        "OPTIONS",
                        PATH,
                        Role.EVENTS,
                        Route.Body.DELIVERY,
                        Set.of(),
                        call -> handle("OPTIONS", call),
                        false));
    }

    /** The key comes first: a stranger's megabytes are not read. */
    private HttpAnswer handle(String method, Call call) {
        call.admit(Role.EVENTS);
        WebhookResponse response = webhook.handle(new WebhookRequest(method, call.headers(), Map.of(), call.body()));
        if (response.status() >= 400) {
            throw new ProblemException(problem(response));
        }
        HttpAnswer answer = new HttpAnswer(
                response.status(), response.headers().getOrDefault(CONTENT_TYPE, ""), response.body(), Map.of(), null);
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            if (!CONTENT_TYPE.equals(header.getKey())) {
                answer = answer.header(header.getKey(), header.getValue());
            }
        }
        return answer;
    }

    /** The same refusal as a problem of ours, with the request's id. */
    private static Problem problem(WebhookResponse response) {
        JsonNode document = Json.read(response.text());
        return Problem.of(
                response.status(),
                ErrorCode.valueOf(document.path("code").asText(ErrorCode.INTERNAL.name())),
                document.path("detail").asText(),
                document.path("fix").asText());
    }
}
