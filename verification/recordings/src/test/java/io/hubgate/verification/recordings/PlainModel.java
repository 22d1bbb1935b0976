// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What events amount to, said as plainly as it can be and without any of the code that is tested: all events are kept, and an instance is
 * active if one of its events at the latest time says so.
 */
final class PlainModel {
    private static final Set<String> TERMINAL = Set.of("Completed", "Failed", "Terminated", "Canceled");

    private record Key(String hub, String instance) {}

    private record Seen(Instant at, String status) {}

    private final Map<Key, Set<Seen>> events = new HashMap<>();

    void add(JsonNode event) {
        JsonNode data = event.required("data");
        String hub = new TaskHubName(data.required("hubName").textValue()).key();
        Key key = new Key(hub, data.required("instanceId").textValue());
        Instant at =
                OffsetDateTime.parse(event.required("eventTime").textValue()).toInstant();
        events.computeIfAbsent(key, k -> new HashSet<>())
                .add(new Seen(at, data.required("runtimeStatus").textValue()));
    }

    Set<String> hubs() {
        Set<String> hubs = new TreeSet<>();
        events.keySet().forEach(key -> hubs.add(key.hub()));
        return hubs;
    }

    Set<String> instances(String hub) {
        Set<String> instances = new TreeSet<>();
        events.keySet().stream().filter(key -> key.hub().equals(hub)).forEach(key -> instances.add(key.instance()));
        return instances;
    }

    Set<String> active(String hub) {
        Set<String> active = instances(hub);
        active.removeIf(instance -> !isActive(events.getOrDefault(new Key(hub, instance), Set.of())));
        return active;
    }

    private static boolean isActive(Set<Seen> seen) {
        Instant latest = seen.stream().map(Seen::at).max(Instant::compareTo).orElseThrow();
        return seen.stream().anyMatch(event -> event.at().equals(latest) && !TERMINAL.contains(event.status()));
    }
}
