// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.InstanceId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the table of instances holds.
 *
 * @param complete whether the scan came to its end; false if it stopped at the first thing that stands against READY
 * @param activeCount how many orchestrations are not terminal; at least so many if the scan stopped
 * @param active those rows, the first {@link #MOST_KEPT} of them
 * @param scheduledAgain terminated rows whose scheduled start is ahead or just past: the engine will run them unless their generation has
 *     begun (rule R-12)
 * @param idleEntities how many entities are idle and have state, by entity name
 * @param busyEntities the other entities: with operations waiting, locked, or not readable
 * @param changed how many rows of any status were written after the look began, on the service's clock
 * @param found rows that were read one by one: tracked instances, suspects, holders of locks, and whom timers are for whose messages could be
 *     seen before the scan
 * @param absent which of these have no row
 * @param unreadable how many rows cannot be understood, so that not even an id or a status can be told; each may be work. Rows of
 *     tables that other hubs use too, and that do not say which hub is theirs, are taken for this hub's: they are in {@code active} and the
 *     like
 */
public record HubRows(
        boolean complete,
        long activeCount,
        List<HubInstance> active,
        List<HubInstance> scheduledAgain,
        Map<String, Long> idleEntities,
        List<HubInstance> busyEntities,
        long changed,
        Map<InstanceId, HubInstance> found,
        Set<InstanceId> absent,
        long unreadable) {
    /** How many active rows are kept; further ones are counted. */
    public static final int MOST_KEPT = 10_000;

    /** No row was read. */
    public static final HubRows UNREAD =
            new HubRows(false, 0, List.of(), List.of(), Map.of(), List.of(), 0, Map.of(), Set.of(), 0);

    /** Copies the collections. */
    public HubRows {
        active = List.copyOf(active);
        scheduledAgain = List.copyOf(scheduledAgain);
        idleEntities = Map.copyOf(idleEntities);
        busyEntities = List.copyOf(busyEntities);
        found = Map.copyOf(found);
        absent = Set.copyOf(absent);
    }

    /**
     * Returns how many entities are idle and have state.
     *
     * @return the number over all entity names
     */
    public long idleEntityCount() {
        return idleEntities.values().stream().mapToLong(n -> n).sum();
    }

    /**
     * Returns how many entities there are, idle and busy.
     *
     * @return the number
     */
    public long entityCount() {
        return idleEntityCount() + busyEntities.size();
    }
}
