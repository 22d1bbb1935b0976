// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.error.ErrorCode;
import io.hubgate.examples.backend.access.Caller;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.change.Change;
import io.hubgate.examples.backend.change.Changes;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Json;
import io.hubgate.examples.backend.http.Problem;
import io.hubgate.examples.backend.http.ProblemException;
import io.hubgate.examples.backend.http.Route;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What changes, as it changes, for pages: server-sent events. Each stream keeps a thread, so there are few. */
final class LiveCall {
    private static final int MOST_STREAMS = 32;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(200);

    private final Changes changes;
    private final InstantSource clock;

    LiveCall(Changes changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/live", Role.READ, this::live).streaming());
    }

    private HttpAnswer live(Call call) {
        Caller caller = call.admit(Role.READ);
        Changes.Follower page = changes.follow(Changes.Kind.PAGE, MOST_STREAMS)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ErrorCode.STORE_UNAVAILABLE,
                        MOST_STREAMS + " pages are served already, or the server stops",
                        "close a page, or look again later")));
        return HttpAnswer.streaming("text/event-stream", out -> {
            try (page) {
                stream(page, caller, out);
            }
        });
    }

    private void stream(Changes.Follower page, Caller caller, OutputStream out) throws IOException {
        long beat = System.nanoTime();
        heartbeat(out);
        try {
            while (!changes.isClosed()) {
                long untilBeat = HEARTBEAT.toNanos() - (System.nanoTime() - beat);
                tell(page.await(Duration.ofNanos(Math.max(0, untilBeat))), caller, out);
                if (System.nanoTime() - beat >= HEARTBEAT.toNanos()) {
                    beat = System.nanoTime();
                    heartbeat(out);
                }
                out.flush();
                page.rest(AT_MOST_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Change change, Caller caller, OutputStream out) throws IOException {
        if (change.hasEvents()) {
            ObjectNode counts = Json.object();
            counts.put("accepted", change.accepted());
            counts.put("ignored", change.ignored());
            counts.put("quarantined", change.quarantined());
            event(out, "events", counts);
        }
        ObjectNode changed = Json.object();
        if (change.allApps()) {
            event(out, "apps", changed.putNull("apps"));
            return;
        }
        ArrayNode apps = changed.putArray("apps");
        change.apps().stream().filter(caller::mayUse).forEach(app -> apps.add(app.value()));
        if (!apps.isEmpty()) {
            event(out, "apps", changed);
        }
    }

    private void heartbeat(OutputStream out) throws IOException {
        event(out, "heartbeat", Json.object().put("at", Json.time(clock.instant())));
        out.flush();
    }

    private static void event(OutputStream out, String name, JsonNode data) throws IOException {
        out.write(("event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
}
