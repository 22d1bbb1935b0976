// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.look;

import static java.util.Objects.requireNonNull;

import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.taskhub.ControlQueues;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.EntityState;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubRows;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.verification.taskhub.image.HubNames;
import io.hubgate.verification.taskhub.image.KeyCode;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.StorageImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One scan of a table of instances, row by row, and the point reads beside it. */
final class Scan {
    /** The engine may still run a terminated start so long after it was due (rule R-12). */
    private static final Duration LATE_START = Duration.ofMinutes(10);

    /** No timer is hidden for longer. */
    private static final Duration LONGEST_HIDDEN = Duration.ofDays(7);

    private static final String HUB = "TaskHubName";

    private final HubNames names;
    private final Depth depth;
    private final Instant began;
    private final int controlQueues;
    private final List<HubInstance> active = new ArrayList<>();
    private final List<HubInstance> scheduledAgain = new ArrayList<>();
    private final Map<String, Long> idleEntities = new LinkedHashMap<>();
    private final List<HubInstance> busyEntities = new ArrayList<>();
    private final Map<InstanceId, HubInstance> found = new LinkedHashMap<>();
    private final Set<InstanceId> absent = new HashSet<>();
    private final Set<OpenTimer> timers = new LinkedHashSet<>();
    private boolean complete = true;
    private long changed;

    Scan(HubNames names, Depth depth, Instant began, int controlQueues) {
        this.names = names;
        this.depth = depth;
        this.began = began;
        this.controlQueues = controlQueues;
    }

    /** Reads one row by its key. */
    void point(StorageImage image, InstanceId id) {
        image.tracking().tables().getOrDefault(names.instances(), List.of()).stream()
                .filter(row -> row.partition().equals(KeyCode.escape(id.value())))
                .filter(row -> !isAnothers(row))
                .findFirst()
                .ifPresentOrElse(row -> found.put(id, explained(image, InstanceRows.read(row))), () -> absent.add(id));
    }

    /** Takes the next row of the scan, as the table is by then. */
    void row(StorageImage image, Row row) {
        HubInstance read = InstanceRows.read(row);
        if (isAnothers(row) || (mayBeAChild(read) && new Parents(names).leadToAnotherHub(image, row))) {
            return;
        }
        changed += row.writtenAt().isAfter(began) ? 1 : 0;
        if (read.entity() != null) {
            entity(read, read.entity());
        } else if (!read.status().isTerminal()) {
            active.add(explained(image, read));
        } else {
            finished(image, read, names.trackingPrefix() == null || row.text(HUB) != null);
        }
    }

    private static boolean mayBeAChild(HubInstance read) {
        return read.entity() == null && !read.status().isTerminal();
    }

    private void entity(HubInstance read, EntityState state) {
        if (!state.isIdle()) {
            busyEntities.add(read);
        } else if (state.exists()) {
            String id = read.id().value();
            int end = id.indexOf('@', 1);
            idleEntities.merge(end < 0 ? id : id.substring(1, end), 1L, Long::sum);
        }
    }

    private void finished(StorageImage image, HubInstance read, boolean certain) {
        Instant due = read.scheduledFor();
        if (due != null
                && read.status().equals(RuntimeStatus.TERMINATED)
                && due.plus(LATE_START).isAfter(image.takenAt())) {
            scheduledAgain.add(explained(image, read));
        }
        if (!certain
                || read.executionId() == null
                || read.writtenAt().plus(LONGEST_HIDDEN).isBefore(image.takenAt())) {
            return;
        }
        int queue = ControlQueues.numberOf(read.id(), controlQueues);
        Histories history = history(image, read);
        if (history.summary().endedAs() != null) {
            timers.addAll(history.timersOf(read.id(), queue));
        }
    }

    private HubInstance explained(StorageImage image, HubInstance read) {
        return read.executionId() == null
                ? read
                : read.with(history(image, read).summary());
    }

    private Histories history(StorageImage image, HubInstance read) {
        List<Row> table = image.tracking().tables().getOrDefault(names.history(), List.of());
        return Histories.read(table, read.id(), requireNonNull(read.executionId()));
    }

    /** In tables that other hubs use too, a row that names no hub is taken for ours: it may be. */
    private boolean isAnothers(Row row) {
        String hub = row.text(HUB);
        return names.trackingPrefix() != null
                && hub != null
                && !names.hub().value().equalsIgnoreCase(hub);
    }

    /** Whether the look ends here. */
    boolean mayStop() {
        boolean blocked = !active.isEmpty()
                || !busyEntities.isEmpty()
                || found.values().stream()
                        .anyMatch(instance ->
                                instance.entity() == null && !instance.status().isTerminal());
        if (depth == Depth.FIRST_BLOCKER && blocked) {
            complete = false;
            return true;
        }
        return false;
    }

    /** Holders of locks that were not read yet. */
    List<InstanceId> holders() {
        return busyEntities.stream()
                .map(HubInstance::entity)
                .filter(state -> requireNonNull(state).lockedBy() != null)
                .map(state -> requireNonNull(requireNonNull(state).lockedBy()))
                .toList();
    }

    HubRows rows() {
        return new HubRows(
                complete, active.size(), active, scheduledAgain, idleEntities, busyEntities, changed, found, absent, 0);
    }

    List<OpenTimer> timers() {
        return List.copyOf(timers);
    }
}
