// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As many {@link FinishedTable}s as the instances of a hub need, found by the last bits of their hashes. A table that is full is split in two,
 * so that no write ever moves more than one table, whatever the hub holds. Not thread-safe.
 */
final class FinishedTables {
    /** A power of two of places; a table stands at all those whose last bits are its own. */
    private FinishedTable[] places = {new FinishedTable(0)};

    @Nullable
    FinishedInstance find(InstanceHash.Key key) {
        return places[place(key)].find(key);
    }

    void put(InstanceHash.Key key, FinishedInstance instance) {
        while (places[place(key)].isFull()) {
            split(place(key));
        }
        places[place(key)].put(key, instance);
    }

    void remove(InstanceHash.Key key) {
        places[place(key)].remove(key);
    }

    private int place(InstanceHash.Key key) {
        return (int) key.second() & (places.length - 1);
    }

    private void split(int place) {
        FinishedTable full = places[place];
        if (1 << full.depth() == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
            System.arraycopy(places, 0, places, places.length / 2, places.length / 2);
        }
        FinishedTable[] halves = full.split();
        int step = 1 << full.depth();
        for (int i = place & (step - 1); i < places.length; i += step) {
            places[i] = halves[(i >>> full.depth()) & 1];
        }
    }

    /** Returns each table once. */
    private Set<FinishedTable> tables() {
        return new HashSet<>(List.of(places));
    }

    int size() {
        return tables().stream().mapToInt(FinishedTable::size).sum();
    }

    /** Forgets what was received before a second and returns how many there were. */
    int forget(long receivedBefore) {
        return tables().stream().mapToInt(table -> table.forget(receivedBefore)).sum();
    }

    FinishedTables copy() {
        Map<FinishedTable, FinishedTable> copies = new HashMap<>();
        FinishedTables copy = new FinishedTables();
        copy.places = Arrays.stream(places)
                .map(table -> copies.computeIfAbsent(table, FinishedTable::copy))
                .toArray(FinishedTable[]::new);
        return copy;
    }
}
