// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.rows;

import static java.util.Objects.requireNonNull;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.taskhub.EntityState;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubRows;
import io.hubgate.taskhub.azurestorage.internal.layout.HubNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is kept of the rows that were read, in bounded memory: rows beyond {@link HubRows#MOST_KEPT} are counted only. It is used by one thread
 * at a time.
 */
public final class RowTally {
    /** How many rows that name no hub are kept to be asked about; further ones count as this hub's. */
    private static final int MOST_NAMELESS = 200;

    private final String hub;
    private final boolean sharesTables;
    private final Instant began;
    private final Set<InstanceId> wanted;
    private final List<InstanceRow> active = new ArrayList<>();
    private final List<InstanceRow> nameless = new ArrayList<>();
    private final List<InstanceRow> scheduledAgain = new ArrayList<>();
    private final Map<String, Long> idleEntities = new HashMap<>();
    private final List<HubInstance> busyEntities = new ArrayList<>();
    private final Map<InstanceId, HubInstance> found = new LinkedHashMap<>();
    private final Set<InstanceId> absent = new HashSet<>();
    private long activeCount;
    private long changed;
    private Instant lastChange;
    private long unreadable;

    /**
     * Creates an empty tally.
     *
     * @param names the hub
     * @param began the service's clock when the look began
     * @param wanted instances whose rows are told whatever they are
     */
    public RowTally(HubNames names, Instant began, Set<InstanceId> wanted) {
        this.hub = names.hub().value();
        this.sharesTables = names.sharesTables();
        this.began = began;
        this.lastChange = began;
        this.wanted = Set.copyOf(wanted);
    }

    /**
     * Takes rows of the scan.
     *
     * @param rows a page
     */
    void take(List<TableEntity> rows) {
        rows.forEach(this::take);
    }

    private void take(TableEntity entity) {
        InstanceRow row = InstanceRow.read(entity);
        if (row == null) {
            unreadable++;
            return;
        }
        if (isAnothers(row)) {
            return;
        }
        HubInstance instance = row.instance();
        if (isInDoubt(row) && nameless.size() < MOST_NAMELESS) {
            nameless.add(row);
            return;
        }
        noteChange(instance);
        if (wanted.contains(instance.id())) {
            found.put(instance.id(), instance);
        }
        if (instance.entity() != null) {
            entity(instance, instance.entity());
        } else if (!instance.status().isTerminal()) {
            active(row);
        } else if (mayRunAgain(instance) && scheduledAgain.size() < HubRows.MOST_KEPT) {
            scheduledAgain.add(row);
        }
    }

    /** In a hub's own table every row is the hub's: the engine runs it, whatever hub it names, as one that was copied from another does. */
    private boolean isAnothers(InstanceRow row) {
        return sharesTables && !row.mayBeOf(hub);
    }

    /** Whether an open orchestration names no hub where several have their rows. */
    private boolean isInDoubt(InstanceRow row) {
        return sharesTables
                && row.hub() == null
                && row.instance().entity() == null
                && !row.instance().status().isTerminal()
                && !wanted.contains(row.instance().id());
    }

    /** The rows of which {@link #told} is to tell whose they are. */
    List<InstanceRow> nameless() {
        return List.copyOf(nameless);
    }

    /** Takes a row that named no hub, unless it turned out to be another hub's. */
    void told(InstanceRow row, boolean anothers) {
        if (!anothers) {
            noteChange(row.instance());
            active(row);
        }
    }

    private void noteChange(HubInstance instance) {
        if (instance.writtenAt().isAfter(began)) {
            changed++;
            lastChange = instance.writtenAt().isAfter(lastChange) ? instance.writtenAt() : lastChange;
        }
    }

    /**
     * Returns when the row was written that was written last.
     *
     * @return the service's time, not before the look began
     */
    public Instant lastChange() {
        return lastChange;
    }

    /**
     * Takes what a point read found.
     *
     * @param id whose row was asked for
     * @param rows the rows, none or one
     */
    void point(InstanceId id, List<TableEntity> rows) {
        if (rows.isEmpty()) {
            absent.add(id);
            return;
        }
        InstanceRow row = InstanceRow.read(rows.get(0));
        if (row == null) {
            unreadable++;
        } else if (isAnothers(row)) {
            // In a shared table another hub's start of the same id has taken the row's place.
            absent.add(id);
        } else {
            found.put(id, row.instance());
        }
    }

    /** Counts living suspects as active, since the scan that would meet them is left out. */
    void stopAtSuspects() {
        for (HubInstance instance : found.values()) {
            if (instance.entity() != null && !instance.entity().isIdle()) {
                busyEntities.add(instance);
            } else if (instance.entity() == null && !instance.status().isTerminal()) {
                active(new InstanceRow(KeyCode.escape(instance.id().value()), null, instance));
            }
        }
    }

    /**
     * Tells whether something stands against READY already.
     *
     * @return true if an instance is active, an entity busy, or a row not readable
     */
    public boolean isBlocked() {
        return activeCount > 0 || !busyEntities.isEmpty() || unreadable > 0;
    }

    boolean suspectsLive() {
        return found.values().stream()
                .anyMatch(instance -> instance.entity() == null
                        ? !instance.status().isTerminal()
                        : !instance.entity().isIdle());
    }

    /** Those of the wanted instances, of the holders of locks, and of others, whose rows were not met yet. */
    List<InstanceId> unread(Set<InstanceId> others) {
        Set<InstanceId> unread = new LinkedHashSet<>(wanted);
        unread.addAll(others);
        for (HubInstance busy : busyEntities) {
            InstanceId holder = requireNonNull(busy.entity()).lockedBy();
            if (holder != null) {
                unread.add(holder);
            }
        }
        unread.removeAll(found.keySet());
        unread.removeAll(absent);
        return List.copyOf(unread);
    }

    List<InstanceRow> active() {
        return active;
    }

    List<InstanceRow> scheduledAgain() {
        return scheduledAgain;
    }

    /** Puts a row with its history in the place of the row without. */
    void explained(InstanceRow row, HubInstance withHistory) {
        InstanceRow told = new InstanceRow(row.key(), row.hub(), withHistory);
        active.replaceAll(known -> known.key().equals(row.key()) ? told : known);
        scheduledAgain.replaceAll(known -> known.key().equals(row.key()) ? told : known);
        found.computeIfPresent(withHistory.id(), (id, known) -> known.equals(row.instance()) ? withHistory : known);
    }

    /**
     * Returns the facts.
     *
     * @param complete whether the scan came to its end
     * @return an immutable copy
     */
    public HubRows rows(boolean complete) {
        return new HubRows(
                complete,
                activeCount,
                active.stream().map(InstanceRow::instance).toList(),
                scheduledAgain.stream().map(InstanceRow::instance).toList(),
                idleEntities,
                busyEntities,
                changed,
                found,
                absent,
                unreadable);
    }

    private void active(InstanceRow row) {
        activeCount++;
        if (active.size() < HubRows.MOST_KEPT) {
            active.add(row);
        }
    }

    private void entity(HubInstance instance, EntityState state) {
        if (!state.isIdle()) {
            if (busyEntities.size() < HubRows.MOST_KEPT) {
                busyEntities.add(instance);
            }
        } else if (state.exists()) {
            String id = instance.id().value();
            int end = id.indexOf('@', 1);
            idleEntities.merge(end < 0 ? id : id.substring(1, end), 1L, Long::sum);
        }
    }

    private boolean mayRunAgain(HubInstance instance) {
        Instant due = instance.scheduledFor();
        return instance.status().equals(RuntimeStatus.TERMINATED)
                && due != null
                && due.isAfter(began.minus(RowFilters.LATE_START));
    }
}
