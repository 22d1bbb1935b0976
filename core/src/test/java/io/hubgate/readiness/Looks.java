// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.taskhub.ControlQueues;
import io.hubgate.taskhub.EntityState;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLayout;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.HubRows;
import io.hubgate.taskhub.InstanceHistory;
import io.hubgate.taskhub.LookTimes;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.taskhub.PartitionOwner;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.QueueMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds looks: two control queues, a living host, and nothing in the hub, until a test says otherwise. */
final class Looks {
    static final int QUEUES = 2;

    HubMemory memory = HubMemory.NONE;
    Instant endedAt = Cases.NOW;
    Duration took = Duration.ofSeconds(1);
    Duration skew = Duration.ZERO;
    HubLayout layout = new HubLayout(QUEUES, QUEUES, null, false);
    boolean complete = true;
    boolean hostAlive = true;
    String stamp = "1";
    String stampAfter = "1";
    long changed;
    long unreadable;
    final List<HubInstance> active = new ArrayList<>();
    final List<HubInstance> scheduledAgain = new ArrayList<>();
    final List<HubInstance> busy = new ArrayList<>();
    final Map<String, Long> idle = new HashMap<>();
    final Map<InstanceId, HubInstance> found = new HashMap<>();
    final Set<InstanceId> absent = new HashSet<>();
    final Map<Integer, Long> hiddenBefore = new HashMap<>();
    final Map<Integer, Long> hiddenAfter = new HashMap<>();
    final Map<Integer, List<QueueMessage>> visible = new HashMap<>();
    final List<OpenTimer> leftovers = new ArrayList<>();

    static HubInstance row(RuntimeStatus status, String id, Instant writtenAt) {
        return new HubInstance(
                new InstanceId(id),
                new OrchestratorName("PlaceOrder"),
                status,
                new ExecutionId("e-" + id),
                writtenAt,
                writtenAt,
                null,
                writtenAt,
                null,
                null,
                null);
    }

    static HubInstance scheduled(RuntimeStatus status, String id, Instant due, boolean begun) {
        HubInstance row = row(status, id, Cases.NOW.minusSeconds(60));
        ExecutionId execution = new ExecutionId("e-" + id);
        return new HubInstance(
                row.id(),
                row.name(),
                status,
                execution,
                row.createdAt(),
                row.updatedAt(),
                due,
                row.writtenAt(),
                null,
                null,
                new InstanceHistory(execution, begun, null, null, List.of()));
    }

    static HubInstance ended(RuntimeStatus status, String id, @Nullable Instant endedAt) {
        return row(status, id, Cases.NOW.minus(Duration.ofHours(1)))
                .with(new InstanceHistory(
                        new ExecutionId("e-" + id),
                        true,
                        endedAt == null ? null : RuntimeStatus.COMPLETED,
                        endedAt,
                        List.of()));
    }

    static HubInstance entity(String id, EntityState state) {
        HubInstance row = row(RuntimeStatus.RUNNING, id, Cases.NOW.minusSeconds(60));
        return new HubInstance(
                row.id(),
                row.name(),
                row.status(),
                row.executionId(),
                row.createdAt(),
                row.updatedAt(),
                null,
                row.writtenAt(),
                null,
                state,
                null);
    }

    static OpenTimer timer(int queue, int id, Duration ahead) {
        return new OpenTimer(queue, new InstanceId("done-1"), new ExecutionId("e-done-1"), id, Cases.NOW.plus(ahead));
    }

    static QueueMessage message(String id, String target, long dequeued, Duration age) {
        return new QueueMessage(id, "TaskCompleted", new InstanceId(target), null, dequeued, Cases.NOW.minus(age));
    }

    static int queueOf(String id) {
        return ControlQueues.numberOf(new InstanceId(id), QUEUES);
    }

    Looks running(String id) {
        active.add(row(RuntimeStatus.RUNNING, id, Cases.NOW.minusSeconds(30)));
        return this;
    }

    Looks found(HubInstance row) {
        found.put(row.id(), row);
        return this;
    }

    Looks absent(String id) {
        absent.add(new InstanceId(id));
        return this;
    }

    Looks hidden(int queue, long count) {
        hiddenBefore.put(queue, count);
        hiddenAfter.put(queue, count);
        return this;
    }

    HubLook build() {
        Instant service = endedAt.minus(skew);
        HubRows rows = new HubRows(
                complete, active.size(), active, scheduledAgain, idle, busy, changed, found, absent, unreadable);
        return new HubLook(
                Cases.HUB,
                new LookTimes(endedAt.minus(took), endedAt, service.minus(took), service),
                layout,
                rows,
                queues(hiddenBefore),
                complete ? queues(hiddenAfter) : List.of(),
                owners(stamp),
                complete ? owners(stampAfter) : List.of(),
                leftovers,
                7);
    }

    private List<QueueLook> queues(Map<Integer, Long> hidden) {
        List<QueueLook> queues = new ArrayList<>();
        for (int number = QueueLook.WORK_ITEMS; number < QUEUES; number++) {
            List<QueueMessage> shown = visible.getOrDefault(number, List.of());
            long count = hidden.getOrDefault(number, 0L) + shown.size();
            queues.add(new QueueLook("queue" + number, number, Cases.NOW, count, shown));
        }
        return queues;
    }

    private List<PartitionOwner> owners(String written) {
        return List.of(new PartitionOwner(
                "control-00",
                PartitionOwner.Keeping.TABLE,
                hostAlive ? "vm" : null,
                Cases.NOW.plusSeconds(20),
                false,
                written));
    }
}
