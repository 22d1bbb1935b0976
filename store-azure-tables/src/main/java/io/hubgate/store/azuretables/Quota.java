// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.format.FormatNumber;
import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The room for hubs that no app has claimed. One row counts what all clients have taken; each takes it by the hundred, so most writes do not touch
 * the row. One client never exceeds the cap; with several, a recount may, by a hundred for each. Up to a hundred places of each client that died
 * stay taken until finished instances are forgotten, which counts anew. Thread-safe.
 */
final class Quota {
    private static final String PARTITION = "0quota";
    private static final String COUNT = "C";
    private static final int BLOCK = 100;
    /** Hubs whose name alone is kept after instances have taken all the room (rule E-7); a name must not cost without bound either. */
    private static final long HUBS_BEYOND = 10_000;

    private static final int ATTEMPTS = 100;

    private final Line line;
    private final String table;
    private final long cap;
    private final ReentrantLock lock = new ReentrantLock();
    private int reserve;

    Quota(Line line, String table, long cap) {
        this.line = line;
        this.table = table;
        this.cap = cap;
    }

    /** Takes up to a number of places. */
    int take(int wanted, Deadline deadline) {
        acquire(deadline);
        try {
            if (reserve < wanted) {
                reserve += change(Math.max(BLOCK, wanted - reserve), cap, deadline);
            }
            int taken = Math.min(wanted, reserve);
            reserve -= taken;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the place of a hub; beyond the cap too, up to a number of hubs. */
    boolean takeHub(Deadline deadline) {
        return take(1, deadline) == 1 || change(1, cap + HUBS_BEYOND, deadline) == 1;
    }

    /** Gives places back that were taken and not used. */
    void giveBack(int places) {
        lock.lock();
        try {
            reserve += places;
        } finally {
            lock.unlock();
        }
    }

    /** Gives places back whose rows are gone. */
    void free(int places, Deadline deadline) {
        if (places > 0) {
            change(-places, cap, deadline);
        }
    }

    private void acquire(Deadline deadline) {
        try {
            if (lock.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StoreUnavailableException("waiting for room among unclaimed hubs took too long");
    }

    /** Changes the count, by less if a limit is near, and returns by how much. */
    private int change(int by, long limit, Deadline deadline) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<TableEntity> row = line.get(table, PARTITION, Summary.ROW, deadline);
            long count = row.map(Quota::count).orElse(0L);
            int change = (int) (by < 0 ? Math.max(-count, by) : Math.min(by, Math.max(0, limit - count)));
            if (change == 0) {
                return 0;
            }
            if (write(count + change, row.map(TableEntity::getETag).orElse(null), deadline)) {
                return change;
            }
        }
        throw new StoreUnavailableException("lost " + ATTEMPTS + " races for room among unclaimed hubs");
    }

    private boolean write(long count, @Nullable String etag, Deadline deadline) {
        TableEntity row = new TableEntity(PARTITION, Summary.ROW)
                .addProperty(Formats.PROPERTY, FormatNumber.OLDEST.value())
                .addProperty(COUNT, Long.toString(count));
        Change change = etag == null ? Change.create(row) : Change.replace(row, etag);
        Outcome outcome = line.transact(table, java.util.List.of(change), deadline);
        if (outcome instanceof Outcome.NoTable) {
            line.createTable(table, deadline);
        }
        return outcome instanceof Outcome.Done;
    }

    private static long count(TableEntity row) {
        String text = Formats.text(row, COUNT);
        if (!text.matches("\\d{1,18}")) {
            throw new io.hubgate.format.UnreadableDocumentException("the count of unclaimed instances is none");
        }
        return Long.parseLong(text);
    }

    /** Sets the count right: what is there and what this client has in hand. Another client's write meanwhile makes it not happen. */
    void recount(long rows, Optional<TableEntity> before, Deadline deadline) {
        if (before.isPresent()) {
            write(rows + reserve, before.get().getETag(), deadline);
        }
    }

    Optional<TableEntity> row(Deadline deadline) {
        return line.get(table, PARTITION, Summary.ROW, deadline);
    }
}
