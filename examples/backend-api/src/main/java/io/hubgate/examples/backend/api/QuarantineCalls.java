// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.delivery.Quarantine;
import io.hubgate.error.ErrorCode;
import io.hubgate.examples.backend.access.Caller;
import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Json;
import io.hubgate.examples.backend.http.Problem;
import io.hubgate.examples.backend.http.ProblemException;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.model.Text;
import io.hubgate.store.Deadline;
import io.hubgate.store.Page;
import io.hubgate.tracking.QuarantineId;
import io.hubgate.tracking.QuarantinedEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events that were put aside because they cannot be understood. They may be anybody's, so keys for some apps do not open this. */
final class QuarantineCalls {
    private static final Logger LOG = LoggerFactory.getLogger(QuarantineCalls.class);
    private static final int LARGEST_PAGE = 1_000;
    private static final int PAGE = 100;

    private final Quarantine quarantine;
    private final Duration answerWithin;
    private final InstantSource clock;

    QuarantineCalls(Quarantine quarantine, Duration answerWithin, InstantSource clock) {
        this.quarantine = quarantine;
        this.answerWithin = answerWithin;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/events/quarantine", Role.READ, this::list).query("limit", "after"),
                Route.post("/api/events/quarantine/{id}/dismiss", Role.ADMIN, this::dismiss));
    }

    private HttpAnswer list(Call call) {
        int limit = call.query().number("limit", 1, LARGEST_PAGE, PAGE);
        QuarantineId after = call.query().text("after").map(QuarantineId::new).orElse(null);
        call.admitToAll(Role.READ);
        Page<QuarantinedEvent> page = quarantine.list(after, limit, deadline());
        ObjectNode node = Json.object();
        ArrayNode items = node.putArray("items");
        page.items().forEach(event -> items.add(document(event)));
        node.put("next", page.next());
        return HttpAnswer.json(200, node);
    }

    private static ObjectNode document(QuarantinedEvent event) {
        ObjectNode node = Json.object();
        node.put("id", event.id().value());
        node.put("receivedAt", Json.time(event.receivedAt()));
        node.put("reason", event.reason());
        node.put("taskHub", Objects.toString(event.hub(), null));
        node.put("excerpt", event.excerpt());
        return node;
    }

    private HttpAnswer dismiss(Call call) {
        QuarantineId id = new QuarantineId(call.path("id"));
        call.fields();
        Caller caller = call.admitToAll(Role.ADMIN);
        if (!quarantine.dismiss(id, deadline())) {
            throw new ProblemException(Problem.of(
                    ErrorCode.NOT_FOUND,
                    "no quarantined event has the id " + id,
                    "see GET /api/events/quarantine for those that are there"));
        }
        LOG.info(
                "{} dismissed the quarantined event {}",
                Text.shown(caller.actor().toString()),
                id);
        return HttpAnswer.json(200, Json.object().put("id", id.value()).put("dismissed", true));
    }

    private Deadline deadline() {
        return Deadline.in(answerWithin, clock);
    }
}
