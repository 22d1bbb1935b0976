// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import io.hubgate.model.AppName;
import io.hubgate.store.AppCommit;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.NumberedDocument;
import io.hubgate.store.Page;
import io.hubgate.store.Revision;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoredDocument;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.verification.kit.RowService.Change;
import io.hubgate.verification.kit.RowService.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A correct app store in one table: rows of apps, of decisions with the newest first, and of documents. */
final class RowAppStore implements AppStore {
    private static final String TABLE = "apps";
    private static final String APPS = "app|";

    private final RowClient client;

    RowAppStore(RowClient client) {
        this.client = client;
    }

    @Override
    public Optional<Versioned<Document>> findApp(AppName app, Deadline deadline) {
        return row(APPS + app.key(), deadline).map(RowAppStore::versioned);
    }

    @Override
    public Page<StoredDocument> listApps(@Nullable String after, int limit, Deadline deadline) {
        return page(APPS, after, limit, deadline);
    }

    @Override
    public WriteResult commit(AppCommit commit, Deadline deadline) {
        List<Change> decisions = new ArrayList<>();
        for (NumberedDocument decision : commit.decisions()) {
            String key = decisions(commit.app()) + backwards(decision.sequence());
            decisions.add(new Change(key, decision, Change.ABSENT));
        }
        return write(APPS + commit.app().key(), commit.expected(), commit.document(), decisions, deadline);
    }

    private static String decisions(AppName app) {
        return "dec|" + app.key() + "|";
    }

    /** Returns a text that sorts the other way round than the number. */
    private static String backwards(long sequence) {
        return String.format("%019d", Long.MAX_VALUE - sequence);
    }

    @Override
    public List<NumberedDocument> decisions(AppName app, long before, int limit, Deadline deadline) {
        String prefix = decisions(app);
        List<Row> rows = client.page(TABLE, prefix + backwards(before), RowClient.end(prefix), limit, deadline);
        return rows.stream().map(row -> (NumberedDocument) row.value()).toList();
    }

    @Override
    public Optional<Versioned<Document>> find(DocumentKey key, Deadline deadline) {
        return row(shelf(key.shelf()) + key.key(), deadline).map(RowAppStore::versioned);
    }

    private static String shelf(Shelf shelf) {
        return "doc|" + shelf + "|";
    }

    @Override
    public Page<StoredDocument> list(Shelf shelf, @Nullable String after, int limit, Deadline deadline) {
        return page(shelf(shelf), after, limit, deadline);
    }

    @Override
    public WriteResult create(DocumentKey key, Document document, Deadline deadline) {
        return write(shelf(key.shelf()) + key.key(), null, document, List.of(), deadline);
    }

    @Override
    public WriteResult replace(DocumentKey key, Revision revision, Document document, Deadline deadline) {
        return write(shelf(key.shelf()) + key.key(), revision, document, List.of(), deadline);
    }

    @Override
    public WriteResult delete(DocumentKey key, Revision revision, Deadline deadline) {
        return write(shelf(key.shelf()) + key.key(), revision, null, List.of(), deadline);
    }

    /** Writes if the condition is met; if not, a look tells why. */
    private WriteResult write(
            String key, @Nullable Revision expected, @Nullable Document value, List<Change> more, Deadline deadline) {
        List<Change> changes = new ArrayList<>(more);
        changes.add(0, new Change(key, value, expected == null ? Change.ABSENT : version(expected)));
        OptionalLong written = client.transact(TABLE, changes, deadline);
        if (written.isPresent()) {
            return new WriteResult.Written(revision(written.getAsLong()));
        }
        Optional<Row> found = row(key, deadline);
        if (expected == null) {
            return new WriteResult.AlreadyExists();
        }
        if (found.isEmpty()) {
            return new WriteResult.NotFound();
        }
        if (found.get().version() == version(expected)) {
            throw new IllegalArgumentException("a decision of this commit is logged already");
        }
        return new WriteResult.RevisionMismatch();
    }

    static Revision revision(long version) {
        return new Revision(Long.toString(version));
    }

    /** Returns the version that a revision stands for; one that no row ever has if it is not of this store. */
    static long version(Revision revision) {
        return revision.value().matches("\\d{1,18}") ? Long.parseLong(revision.value()) : Long.MAX_VALUE;
    }

    private Optional<Row> row(String key, Deadline deadline) {
        return client.get(TABLE, List.of(key), deadline).stream().findFirst();
    }

    private static Versioned<Document> versioned(Row row) {
        return new Versioned<>((Document) row.value(), revision(row.version()));
    }

    private Page<StoredDocument> page(String prefix, @Nullable String after, int limit, Deadline deadline) {
        String from = prefix + Objects.requireNonNullElse(after, "");
        List<Row> rows = client.page(TABLE, from, RowClient.end(prefix), limit, deadline);
        List<StoredDocument> items = rows.stream()
                .map(row -> new StoredDocument(
                        row.key().substring(prefix.length()), (Document) row.value(), revision(row.version())))
                .toList();
        return new Page<>(
                items, rows.size() < limit ? null : items.get(items.size() - 1).key());
    }
}
