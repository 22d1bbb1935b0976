// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.rows;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.taskhub.InstanceHistory;
import io.hubgate.taskhub.Wait;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the events of one generation in their order and keeps what is open. */
final class HistoryTally {
    /** How many open things are told of one instance. */
    private static final int MOST_WAITS = 1000;

    private final ExecutionId generation;
    private final Map<String, Wait> waits = new LinkedHashMap<>();
    private boolean started;
    private @Nullable RuntimeStatus endedAs;
    private @Nullable Instant endedAt;

    HistoryTally(ExecutionId generation) {
        this.generation = generation;
    }

    void take(TableEntity row) {
        if (!generation.value().equals(row.getProperty("ExecutionId"))) {
            return;
        }
        Instant at = at(row);
        switch (text(row, "EventType")) {
            case "ExecutionStarted" -> started = true;
            case "ExecutionCompleted" -> end(row, "OrchestrationStatus", at);
            case "ExecutionTerminated" -> end(RuntimeStatus.TERMINATED, at);
            case "TaskScheduled" -> open("task", row, new Wait.Activity(text(row, "Name"), at));
            case "TaskCompleted", "TaskFailed" -> close("task", row, "TaskScheduledId");
            case "TimerCreated" -> timer(row, at);
            case "TimerFired" -> close("timer", row, "TimerId");
            case "SubOrchestrationInstanceCreated" ->
                open("sub", row, new Wait.SubOrchestration(child(row), text(row, "Name"), at));
            case "SubOrchestrationInstanceCompleted", "SubOrchestrationInstanceFailed" ->
                close("sub", row, "TaskScheduledId");
            default -> {
                // Every other event opens and ends nothing.
            }
        }
    }

    InstanceHistory result() {
        return new InstanceHistory(
                generation,
                started,
                endedAs,
                endedAt,
                waits.values().stream().limit(MOST_WAITS).toList());
    }

    private void timer(TableEntity row, Instant at) {
        Integer id = number(row, "EventId");
        Instant due = row.getProperty("FireAt") instanceof OffsetDateTime time ? time.toInstant() : null;
        if (id != null && due != null) {
            waits.put("timer " + id, new Wait.Timer(id, at, due));
        }
    }

    private void open(String kind, TableEntity row, Wait wait) {
        Integer id = number(row, "EventId");
        if (id != null) {
            waits.put(kind + " " + id, wait);
        }
    }

    private void close(String kind, TableEntity row, String column) {
        waits.remove(kind + " " + number(row, column));
    }

    private void end(TableEntity row, String column, Instant at) {
        String word = text(row, column);
        end(word.isEmpty() ? RuntimeStatus.COMPLETED : RuntimeStatus.of(word), at);
    }

    private void end(RuntimeStatus as, Instant at) {
        endedAs = as;
        endedAt = at;
    }

    private static @Nullable InstanceId child(TableEntity row) {
        String id = text(row, "InstanceId");
        return id.isEmpty() || id.length() > InstanceId.LONGEST ? null : new InstanceId(id);
    }

    private static Instant at(TableEntity row) {
        if (row.getProperty("_Timestamp") instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return row.getTimestamp() == null ? Instant.EPOCH : row.getTimestamp().toInstant();
    }

    private static @Nullable Integer number(TableEntity row, String column) {
        return row.getProperty(column) instanceof Integer number ? number : null;
    }

    private static String text(TableEntity row, String column) {
        return row.getProperty(column) instanceof String text ? text : "";
    }
}
