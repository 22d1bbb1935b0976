// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.store.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forgets finished instances: reads all rows of instances, a thousand a request, and deletes a hundred a request. Only rows that did not change
 * since are deleted; tallies stay as they are.
 */
final class Forgetter {
    private static final int DELETIONS = 100;

    private final Line line;
    private final Names names;
    private final Quota quota;

    Forgetter(Line line, Names names, Quota quota) {
        this.line = line;
        this.names = names;
        this.quota = quota;
    }

    void forget(Instant receivedBefore, Deadline deadline) {
        for (TableEntity row : line.scan(names.hubs(), deadline)) {
            HubRow hub = HubRow.of(row);
            if (hub.state() == HubRow.State.OPEN) {
                for (int p = 0; p < hub.partitions(); p++) {
                    Range range = new Range(hub.table(), hub.place().partition(p), Draft.INSTANCE, "j");
                    forget(hub.table(), line.pager(range), receivedBefore, deadline);
                }
            }
        }
        Optional<TableEntity> count = quota.row(deadline);
        if (count.isPresent()) {
            long left = forget(names.unclaimed(), line.scanner(names.unclaimed()), receivedBefore, deadline);
            quota.recount(left, count, deadline);
        }
    }

    /** Forgets page by page and returns how many rows are left that count against a cap. */
    private long forget(String table, Line.Pager pages, Instant receivedBefore, Deadline deadline) {
        long left = 0;
        String token = null;
        do {
            Rows page = pages.next(token, deadline);
            List<TableEntity> old = new ArrayList<>();
            for (TableEntity row : page.rows()) {
                boolean instance = row.getRowKey().startsWith(Draft.INSTANCE);
                if (instance && isOld(row, receivedBefore)) {
                    old.add(row);
                } else if (instance || row.getRowKey().equals(Summary.ROW)) {
                    left++;
                }
            }
            left += delete(table, old, deadline);
            token = page.token();
        } while (token != null);
        return left;
    }

    private static boolean isOld(TableEntity row, Instant receivedBefore) {
        RecordText text = Draft.record(row);
        return !text.placing().isActive() && text.record().receivedAt().isBefore(receivedBefore);
    }

    /** Deletes rows that come sorted by partition, and returns how many were left out since they changed. */
    private int delete(String table, List<TableEntity> old, Deadline deadline) {
        int changed = 0;
        List<TableEntity> rows = new ArrayList<>(old);
        while (!rows.isEmpty()) {
            String partition = rows.get(0).getPartitionKey();
            List<TableEntity> now = rows.stream()
                    .limit(DELETIONS)
                    .takeWhile(row -> row.getPartitionKey().equals(partition))
                    .toList();
            List<Change> changes = now.stream()
                    .map(row -> Change.delete(new TableEntity(partition, row.getRowKey()), row.getETag()))
                    .toList();
            Outcome outcome = line.transact(table, changes, deadline);
            if (outcome instanceof Outcome.Lost lost) {
                rows.remove(lost.index());
                changed += lost.why() == Outcome.Why.ABSENT ? 0 : 1;
            } else {
                rows.subList(0, now.size()).clear();
            }
        }
        return changed;
    }
}
