// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.look;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.taskhub.InstanceHistory;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.taskhub.Wait;
import io.hubgate.verification.taskhub.image.KeyCode;
import io.hubgate.verification.taskhub.image.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The history of one generation of an instance.
 *
 * @param summary what the SPI tells of it
 * @param openTimers timers that were created and never fired, by id
 */
record Histories(InstanceHistory summary, Map<Integer, Wait.Timer> openTimers) {
    static Histories read(List<Row> table, InstanceId instance, ExecutionId generation) {
        Reading reading = new Reading();
        String partition = KeyCode.escape(instance.value());
        for (Row row : table) {
            if (row.partition().equals(partition)
                    && !row.key().equals("sentinel")
                    && generation.value().equals(row.text("ExecutionId"))) {
                reading.take(row);
            }
        }
        return reading.result(generation);
    }

    /** What the beginning of a generation says of its parent: a JSON object, or null without one. */
    static @Nullable String parentOf(List<Row> table, String partition, @Nullable String generation) {
        return table.stream()
                .filter(row -> row.partition().equals(partition))
                .filter(row -> "ExecutionStarted".equals(row.text("EventType")))
                .filter(row -> generation != null && generation.equals(row.text("ExecutionId")))
                .map(row -> row.text("ParentInstance"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    List<OpenTimer> timersOf(InstanceId instance, int queue) {
        List<OpenTimer> timers = new ArrayList<>();
        openTimers.forEach(
                (id, timer) -> timers.add(new OpenTimer(queue, instance, summary.executionId(), id, timer.firesAt())));
        return timers;
    }

    private static final class Reading {
        private boolean started;
        private @Nullable RuntimeStatus endedAs;
        private @Nullable Instant endedAt;
        private final Map<String, Wait> waits = new LinkedHashMap<>();

        void take(Row row) {
            Instant at = requireNonNullElse(row.time("_Timestamp"), row.writtenAt());
            Integer id = requireNonNullElse(row.number("EventId"), -1);
            String name = requireNonNullElse(row.text("Name"), "");
            switch (requireNonNullElse(row.text("EventType"), "")) {
                case "ExecutionStarted" -> started = true;
                case "ExecutionCompleted" -> end(requireNonNullElse(row.text("OrchestrationStatus"), "Completed"), at);
                case "ExecutionTerminated" -> end("Terminated", at);
                case "TaskScheduled" -> waits.put("task " + id, new Wait.Activity(name, at));
                case "TaskCompleted", "TaskFailed" -> waits.remove("task " + row.number("TaskScheduledId"));
                case "TimerCreated" ->
                    waits.put("timer " + id, new Wait.Timer(id, at, requireNonNull(row.time("FireAt"))));
                case "TimerFired" -> waits.remove("timer " + row.number("TimerId"));
                case "SubOrchestrationInstanceCreated" -> waits.put("child " + id, child(row, name, at));
                case "SubOrchestrationInstanceCompleted", "SubOrchestrationInstanceFailed" ->
                    waits.remove("child " + row.number("TaskScheduledId"));
                default -> {
                    // Nothing that something waits for.
                }
            }
        }

        private static Wait child(Row row, String name, Instant at) {
            String id = row.text("InstanceId");
            return new Wait.SubOrchestration(id == null ? null : new InstanceId(id), name, at);
        }

        private void end(String word, Instant at) {
            endedAs = RuntimeStatus.of(word);
            endedAt = at;
        }

        Histories result(ExecutionId generation) {
            Map<Integer, Wait.Timer> timers = new LinkedHashMap<>();
            waits.values().forEach(wait -> {
                if (wait instanceof Wait.Timer timer) {
                    timers.put(timer.timerId(), timer);
                }
            });
            List<Wait> still = endedAs == null ? List.copyOf(waits.values()) : List.of();
            return new Histories(new InstanceHistory(generation, started, endedAs, endedAt, still), timers);
        }
    }
}
