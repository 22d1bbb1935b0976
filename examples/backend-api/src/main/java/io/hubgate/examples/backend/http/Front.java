// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.examples.backend.access.Caller;
import io.hubgate.examples.backend.access.Doorkeeper;
import io.hubgate.examples.backend.access.LocalGuard;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What happens to every request around its call: guard, strict reading, problem documents, headers. Thread-safe. */
final class Front {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final Set<String> REPEATABLE = Set.of("app");

    private final Doorkeeper doorkeeper;
    private final BodyReader bodies;

    Front(Doorkeeper doorkeeper, BodyReader bodies) {
        this.doorkeeper = doorkeeper;
        this.bodies = bodies;
    }

    /** Comes before routing, so that what does not exist is guarded too. */
    void before(Context ctx) {
        MDC.put(RequestMarks.ID, RequestMarks.begin(ctx));
        SecurityHeaders.set(ctx.res()::setHeader);
        if (doorkeeper.hasKeys()) {
            return;
        }
        HttpServletRequest request = ctx.req();
        LocalGuard.objection(Collections.list(request.getHeaderNames()), request::getHeader)
                .ifPresent(objection -> {
                    throw Refusals.forbidden(
                            "this server has no keys and answers local callers only: " + objection,
                            "call http://127.0.0.1 directly, or set HUBGATE_KEYS_FILE");
                });
    }

    void handle(Context ctx, Route route) {
        RequestMarks.route(ctx, route.path());
        boolean delivery = route.body() == Route.Body.DELIVERY;
        Query query = Query.of(ctx.req().getQueryString(), !delivery);
        if (!delivery) {
            query.only(route.query(), REPEATABLE);
        }
        Call call = new Call(
                route,
                ctx.pathParamMap(),
                query,
                ctx.req()::getHeader,
                Collections.list(ctx.req().getHeaderNames()),
                () -> bodies.read(route.body(), ctx.req()),
                this::identify);
        try {
            HttpAnswer answer = route.handler().handle(call);
            if (route.role() != null && call.admitted() == null) {
                throw new IllegalStateException(route.path() + " answered without asking who calls");
            }
            write(ctx, answer);
        } finally {
            RequestMarks.actor(ctx, call.admitted());
        }
    }

    void failed(Context ctx, Exception failure) {
        BodyReader.drain(ctx.req());
        write(ctx, problem(ctx, failure).answer(RequestMarks.id(ctx)));
    }

    private Optional<Caller> identify(Call call) {
        return call.route().body() == Route.Body.DELIVERY
                ? doorkeeper.identifyDelivery(
                        name -> call.header(name).orElse(null),
                        call.query().text("code").orElse(null))
                : doorkeeper.identify(name -> call.header(name).orElse(null));
    }

    private static Problem problem(Context ctx, Exception failure) {
        if (failure instanceof ProblemException refused) {
            return refused.problem();
        }
        if (failure instanceof HubgateException refused && refused.code() != ErrorCode.INTERNAL) {
            if (refused.code() == ErrorCode.STORE_UNAVAILABLE) {
                // While a store is away this happens often; the chain of causes is the same each time.
                LOG.warn("the store did not serve a call: {}", refused.getMessage());
                LOG.debug("why the store did not serve a call", refused);
            }
            return Problem.of(refused.code(), String.valueOf(refused.getMessage()), refused.fix());
        }
        if (failure instanceof HttpResponseException refused) {
            return ofLibrary(ctx, refused);
        }
        LOG.error("a call failed", failure);
        return Problem.of(ErrorCode.INTERNAL, "something failed here", "look for the request's id in the server's log");
    }

    private static Problem ofLibrary(Context ctx, HttpResponseException refused) {
        return switch (refused.getStatus()) {
            case 404 -> Refusals.nothingThere();
            case 405 ->
                Refusals.otherMethod(
                        ctx.method().name(), String.valueOf(refused.getDetails().get("availableMethods")));
            default -> Problem.of(ErrorCode.BAD_REQUEST, "the request cannot be understood", "see /openapi.yaml");
        };
    }

    private static void write(Context ctx, HttpAnswer answer) {
        HttpServletResponse response = ctx.res();
        response.setStatus(answer.status());
        response.setContentType(answer.contentType().isEmpty() ? null : answer.contentType());
        answer.headers().forEach(response::setHeader);
        try {
            if (answer.stream() == null) {
                response.setContentLength(answer.body().length);
                response.getOutputStream().write(answer.body());
            } else {
                answer.stream().writeTo(response.getOutputStream());
            }
        } catch (IOException e) {
            LOG.debug("the caller went away before the answer was complete", e);
        }
    }
}
