// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import io.hubgate.examples.backend.access.Caller;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What is noted on a request while it is served: its id, its route, who made it. */
final class RequestMarks {
    /** The name of the id in the log's context. */
    static final String ID = "request";

    private static final String ROUTE = "hubgate.route";
    private static final String ACTOR = "hubgate.actor";
    private static final String BEGUN = "hubgate.begun";

    private RequestMarks() {}

    /** Ids tell requests of a log apart and are no secrets. */
    static String begin(Context ctx) {
        String id = String.format("%016x", ThreadLocalRandom.current().nextLong());
        ctx.attribute(ID, id);
        ctx.attribute(BEGUN, System.nanoTime());
        ctx.res().setHeader("X-Request-Id", id);
        return id;
    }

    static String id(Context ctx) {
        String id = ctx.attribute(ID);
        return id == null ? begin(ctx) : id;
    }

    static void route(Context ctx, String path) {
        ctx.attribute(ROUTE, path);
    }

    static void actor(Context ctx, @Nullable Caller caller) {
        if (caller != null) {
            ctx.attribute(ACTOR, caller.actor().name());
        }
    }

    static Exchange exchange(Context ctx) {
        String route = ctx.attribute(ROUTE);
        Long begun = ctx.attribute(BEGUN);
        return new Exchange(
                id(ctx),
                ctx.method().name(),
                ctx.path(),
                route == null ? "none" : route,
                ctx.res().getStatus(),
                Duration.ofNanos(begun == null ? 0 : System.nanoTime() - begun),
                ctx.attribute(ACTOR));
    }
}
