// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.testkit.Wire;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One client of a {@link RowService}: it keeps deadlines, and tells failures apart. */
final class RowClient {
    static final int PAGE = 1000;

    private final RowService service;
    private final @Nullable Wire wire;

    /** Creates a client whose requests go through a wire, or past it if there is none. */
    RowClient(RowService service, @Nullable Wire wire) {
        this.service = service;
        this.wire = wire;
    }

    List<RowService.Row> get(String table, Collection<String> keys, Deadline deadline) {
        return counted(request(deadline, false, () -> service.get(table, keys)));
    }

    List<RowService.Row> page(String table, String after, String before, int limit, Deadline deadline) {
        return counted(request(deadline, false, () -> service.range(table, after, before, limit)));
    }

    /** Returns all rows whose keys begin with a text, page by page. */
    List<RowService.Row> all(String table, String prefix, Deadline deadline) {
        List<RowService.Row> rows = new ArrayList<>();
        List<RowService.Row> page;
        String after = prefix;
        do {
            page = page(table, after, end(prefix), PAGE, deadline);
            rows.addAll(page);
            after = rows.isEmpty() ? after : rows.get(rows.size() - 1).key();
        } while (page.size() == PAGE);
        return rows;
    }

    /** Returns a text after all that begin with another: prefixes end with a character that is not the last of all. */
    static String end(String prefix) {
        int last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }

    OptionalLong transact(String table, List<RowService.Change> changes, Deadline deadline) {
        return request(deadline, true, () -> service.transact(table, changes));
    }

    Set<String> tables(Deadline deadline) {
        return request(deadline, false, service::tables);
    }

    void dropTable(String table, Deadline deadline) {
        request(deadline, true, () -> {
            service.dropTable(table);
            return table;
        });
    }

    private List<RowService.Row> counted(List<RowService.Row> rows) {
        if (wire != null) {
            wire.rows(rows.size());
        }
        return rows;
    }

    private <T> T request(Deadline deadline, boolean writes, Supplier<T> call) {
        deadline.check("a request");
        if (Thread.currentThread().isInterrupted()) {
            throw new StoreUnavailableException("a request was interrupted");
        }
        try {
            return wire == null ? call.get() : wire.send(call);
        } catch (UncheckedIOException e) {
            if (writes && !(e.getCause() instanceof ConnectException)) {
                throw new UnknownOutcomeException("a transaction was sent", e);
            }
            throw new StoreUnavailableException("a request failed", e);
        }
    }
}
