// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.platform;

import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One instance of the model: what is really so, and what its row and history say. */
final class Life {
    private static final Set<String> TERMINAL = Set.of("Completed", "Failed", "Terminated");

    final String id;
    final Kind kind;
    final @Nullable String parent;
    String execution;
    String status = "Pending";
    boolean begun;
    boolean rewound;
    boolean stopping;
    boolean told;

    /** Of an entity: who holds its lock, and what waits behind it. */
    @Nullable
    String lockedBy;

    final List<Mail> waiting = new ArrayList<>();

    @Nullable
    Instant scheduledFor;

    @Nullable
    Instant dueAt;

    @Nullable
    Row row;

    final List<Row> history = new ArrayList<>();

    Life(String id, Kind kind, String execution, @Nullable String parent) {
        this.id = id;
        this.kind = kind;
        this.execution = execution;
        this.parent = parent;
    }

    boolean isEntity() {
        return id.startsWith("@");
    }

    boolean isTerminal() {
        return TERMINAL.contains(status);
    }

    void writeRow(String hub, Instant now) {
        Map<String, Value> properties = new LinkedHashMap<>();
        properties.put("Name", Value.string(isEntity() ? id : kind.name()));
        properties.put("RuntimeStatus", Value.string(status));
        properties.put("ExecutionId", Value.string(execution));
        properties.put("CreatedTime", Value.time(now));
        properties.put("LastUpdatedTime", Value.time(now));
        properties.put("TaskHubName", Value.string(hub));
        properties.put("CustomStatus", Value.string(isEntity() ? entityStatus() : "null"));
        if (scheduledFor != null) {
            properties.put("ScheduledStartTime", Value.time(scheduledFor));
        }
        row = new Row(id, "", now, properties);
    }

    private String entityStatus() {
        return "{\"entityExists\":true"
                + (waiting.isEmpty() ? "" : ",\"queueSize\":" + waiting.size())
                + (lockedBy == null ? "" : ",\"lockedBy\":\"" + lockedBy + "\"")
                + "}";
    }

    void record(Instant now, String eventType, Map<String, Value> more) {
        Map<String, Value> properties = new LinkedHashMap<>(more);
        properties.put("EventType", Value.string(eventType));
        properties.put("ExecutionId", Value.string(execution));
        properties.put("_Timestamp", Value.time(now));
        String key = String.format(Locale.ROOT, "%016X", history.size());
        history.add(new Row(id, key, now, properties));
    }
}
