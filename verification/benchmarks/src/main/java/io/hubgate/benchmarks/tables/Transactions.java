// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.tables;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionActionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Whole transactions of the plain SDK, one of each partition under way: what no store that keeps a row an event can exceed. */
final class Transactions {
    private static final int IN_FLIGHT = 4;
    private static final int ROWS = PlainTables.TRANSACTION;

    private final PlainTables plain;
    private final int events;
    private final AtomicInteger names = new AtomicInteger();

    Transactions(PlainTables plain, int events) {
        this.plain = plain;
        this.events = events;
    }

    /** Creates a row for each event; tells the seconds. */
    double creating() throws Exception {
        TableClient table = plain.create("creating" + names.incrementAndGet());
        double seconds = new Crowd(IN_FLIGHT)
                .seconds(events / ROWS, n -> table.submitTransaction(PlainTables.creating(rows(n, "new", ROWS))));
        table.deleteTable();
        return seconds;
    }

    /** Creates rows for one half of the events and replaces rows under their ETags for the other, as begun and ended instances do; tells the seconds. */
    double halfReplacing() throws Exception {
        TableClient table = plain.create("replacing" + names.incrementAndGet());
        int transactions = events / ROWS;
        new Crowd(IN_FLIGHT)
                .seconds(transactions, n -> table.submitTransaction(PlainTables.creating(rows(n, "old", ROWS / 2))));
        Map<String, String> tags = new ConcurrentHashMap<>();
        table.listEntities().forEach(row -> tags.put(row.getRowKey(), row.getETag()));
        double seconds = new Crowd(IN_FLIGHT).seconds(transactions, n -> {
            List<TableTransactionAction> actions = PlainTables.creating(rows(n, "new", ROWS / 2));
            for (TableEntity row : rows(n, "old", ROWS / 2)) {
                row.addProperty("odata.etag", tags.get(row.getRowKey()));
                actions.add(new TableTransactionAction(TableTransactionActionType.UPDATE_REPLACE, row, true));
            }
            table.submitTransaction(actions);
        });
        table.deleteTable();
        return seconds;
    }

    private static List<TableEntity> rows(int transaction, String kind, int count) {
        String partition = Integer.toString(transaction % IN_FLIGHT);
        List<TableEntity> rows = new ArrayList<>(count);
        // As long as the id of an instance that the engine made up.
        for (int i = 0; i < count; i++) {
            rows.add(PlainTables.row(partition, "i!%s-%028d".formatted(kind, transaction * ROWS + i)));
        }
        return rows;
    }
}
