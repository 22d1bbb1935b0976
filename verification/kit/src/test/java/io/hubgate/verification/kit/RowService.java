// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A simulated database: tables of rows in the order of their keys, versions, and transactions within a table. Thread-safe. */
final class RowService {
    private final Map<String, NavigableMap<String, Row>> tables = new HashMap<>();
    private long lastVersion;

    /** A stored row. */
    record Row(String key, Object value, long version) {}

    /** One part of a transaction. The value is null for a removal. */
    record Change(String key, @Nullable Object value, long expected) {
        /** The change happens whatever is there. */
        static final long ANY = -1;

        /** The change happens only if nothing is there. */
        static final long ABSENT = 0;

        boolean isMet(@Nullable Row row) {
            return expected == ANY || expected == (row == null ? ABSENT : row.version);
        }
    }

    /** Returns those of the rows that are there. */
    synchronized List<Row> get(String table, Collection<String> keys) {
        List<Row> found = new ArrayList<>();
        for (String key : keys) {
            Row row = table(table).get(key);
            if (row != null) {
                found.add(row);
            }
        }
        return found;
    }

    /** Returns the first rows with a key after one and before another. */
    synchronized List<Row> range(String table, String after, String before, int limit) {
        return table(table).subMap(after, false, before, false).values().stream()
                .limit(limit)
                .toList();
    }

    /** Does all changes or none; returns the version of all changed rows, or nothing if a condition is not met. */
    synchronized OptionalLong transact(String table, List<Change> changes) {
        NavigableMap<String, Row> rows = table(table);
        if (!changes.stream().allMatch(change -> change.isMet(rows.get(change.key)))) {
            return OptionalLong.empty();
        }
        lastVersion++;
        tables.put(table, rows);
        for (Change change : changes) {
            if (change.value == null) {
                rows.remove(change.key);
            } else {
                rows.put(change.key, new Row(change.key, change.value, lastVersion));
            }
        }
        return OptionalLong.of(lastVersion);
    }

    synchronized Set<String> tables() {
        return Set.copyOf(tables.keySet());
    }

    synchronized void dropTable(String table) {
        tables.remove(table);
    }

    private NavigableMap<String, Row> table(String table) {
        NavigableMap<String, Row> rows = tables.get(table);
        return rows == null ? new TreeMap<>() : rows;
    }
}
