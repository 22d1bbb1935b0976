// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one would write in an afternoon: a hub is READY if the newest event of each of its instances is a terminal one. Newest is by the
 * time in the event, and of equal times what arrived last. An entity is an instance like any other. Of a hub that was never heard it says
 * that it does not know.
 */
final class LastEventAlone implements Judge {
    private static final Set<String> TERMINAL = Set.of("Completed", "Failed", "Terminated", "Canceled");

    private record Latest(Instant at, boolean terminal) {}

    @Override
    public String name() {
        return "last event alone";
    }

    @Override
    public Said judge(Moment moment) {
        Map<String, Latest> instances = new HashMap<>();
        for (Recording.Post post : moment.received()) {
            for (JsonNode event : post.body()) {
                if (new TaskHubName(text(event, "hubName")).equals(moment.hub())) {
                    Instant at = OffsetDateTime.parse(
                                    event.required("eventTime").textValue())
                            .toInstant();
                    Latest latest = new Latest(at, TERMINAL.contains(text(event, "runtimeStatus")));
                    instances.merge(
                            text(event, "instanceId"),
                            latest,
                            (old, now) -> now.at().isBefore(old.at()) ? old : now);
                }
            }
        }
        if (instances.isEmpty()) {
            return Said.UNKNOWN;
        }
        return instances.values().stream().allMatch(Latest::terminal) ? Said.READY : Said.NOT_READY;
    }

    private static String text(JsonNode event, String field) {
        return event.required("data").required(field).textValue();
    }
}
