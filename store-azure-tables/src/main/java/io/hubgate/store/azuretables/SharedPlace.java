// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of hubs that no app has claimed (rule E-7): a partition for each. When its rows move, the summary becomes a fence that names the new
 * table; it stays until that is dropped, so that a client that has not heard of the move cannot write behind it.
 */
final class SharedPlace {
    /** The mark of rows that go nowhere. */
    private static final String NOWHERE = "dropped";

    private static final int ATTEMPTS = 200;
    private static final int DELETIONS = 99;

    private final Line line;
    private final Names names;
    private final Summaries summaries;
    private final Quota quota;

    SharedPlace(Line line, Names names, Summaries summaries, Quota quota) {
        this.line = line;
        this.names = names;
        this.summaries = summaries;
        this.quota = quota;
    }

    Place place(TaskHubName hub) {
        return Place.shared(names.unclaimed(), hub.key());
    }

    Summary summary(String hub, Deadline deadline) {
        return summaries.read(names.unclaimed(), hub, deadline);
    }

    /** Reads all instances' rows, in the order of their keys. */
    List<TableEntity> instances(String hub, Deadline deadline) {
        return line.range(new Range(names.unclaimed(), hub, "i!", "j"), Integer.MAX_VALUE, deadline);
    }

    /** Puts up the fence to a table, and returns what stood there; the fence itself if it was up already. */
    Summary fence(String hub, String table, Deadline deadline) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Summary now = summary(hub, deadline);
            if (now.mark().equals(table)) {
                return now;
            }
            if (now.isFence()) {
                clear(hub, now.mark(), deadline);
                continue;
            }
            Outcome outcome = line.transact(
                    names.unclaimed(),
                    List.of(now.marked(table, names.newWrite()).change(hub)),
                    deadline);
            if (outcome instanceof Outcome.NoTable) {
                line.createTable(names.unclaimed(), deadline);
            }
        }
        throw new StoreUnavailableException("events of hub " + hub + " come faster than it can be claimed");
    }

    /** Removes rows that have moved; the fence stays. */
    void clearBehindFence(String hub, Deadline deadline) {
        removeRows(hub, summary(hub, deadline).mark(), deadline);
    }

    /** Removes the fence to a table that is gone, and what may still stand behind it. */
    void dropFence(String hub, String table, Deadline deadline) {
        clear(hub, table, deadline);
    }

    /** Forgets a hub that no app has claimed. */
    void drop(String hub, Deadline deadline) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Summary now = summary(hub, deadline);
            if (now.etag() == null) {
                return;
            }
            if (now.isFence()) {
                clear(hub, now.mark(), deadline);
                return;
            }
            line.transact(
                    names.unclaimed(),
                    List.of(now.marked(NOWHERE, names.newWrite()).change(hub)),
                    deadline);
        }
        throw new StoreUnavailableException("events of hub " + hub + " come faster than it can be dropped");
    }

    private void clear(String hub, String mark, Deadline deadline) {
        removeRows(hub, mark, deadline);
        Summary fence = summary(hub, deadline);
        if (fence.isFence() && fence.mark().equals(mark)) {
            line.transact(names.unclaimed(), List.of(fence.removal(hub)), deadline);
            quota.free(fence.tally() == null ? 0 : 1, deadline);
        }
    }

    /** Removes all rows but the summary, on condition that this fence stands. */
    private void removeRows(String hub, String mark, Deadline deadline) {
        Range rest = new Range(names.unclaimed(), hub, Draft.INDEX, "j");
        for (List<TableEntity> rows = line.range(rest, DELETIONS, deadline);
                !rows.isEmpty();
                rows = line.range(rest, DELETIONS, deadline)) {
            Summary fence = summary(hub, deadline);
            if (mark.isEmpty() || !fence.mark().equals(mark)) {
                return;
            }
            List<Change> changes = new ArrayList<>();
            changes.add(fence.marked(mark, names.newWrite()).change(hub));
            int instances = 0;
            for (TableEntity row : rows) {
                changes.add(Change.deleteUnder(new TableEntity(hub, row.getRowKey())));
                instances += row.getRowKey().startsWith(Draft.INSTANCE) ? 1 : 0;
            }
            if (line.transact(names.unclaimed(), changes, deadline) instanceof Outcome.Done) {
                quota.free(instances, deadline);
            }
        }
    }
}
