// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps documents in one table: a partition for each shelf, and one for all apps with their decisions, so that a commit is one transaction and a
 * listing of apps one range.
 */
final class TablesAppStore implements AppStore {
    private static final String APPS = "apps";
    /** Keys of apps begin with this, and the character after the separator ends the range. */
    private static final String APP = "a!";

    private static final String APPS_END = "a\"";
    private static final int LARGEST_PAGE = 1000;

    private final Line line;
    private final Names names;

    TablesAppStore(Line line, Names names) {
        this.line = line;
        this.names = names;
    }

    @Override
    public Optional<Versioned<Document>> findApp(AppName app, Deadline deadline) {
        return line.get(names.documents(), APPS, APP + app.key(), deadline).map(DocumentRow::versioned);
    }

    @Override
    public Page<StoredDocument> listApps(@Nullable String after, int limit, Deadline deadline) {
        String from = after == null ? APP : after(APP + after);
        return page(new Range(names.documents(), APPS, from, APPS_END), APP.length(), limit, deadline);
    }

    /** Returns the first key after one: no key has this character. */
    private static String after(String key) {
        return key + "!";
    }

    @Override
    public WriteResult commit(AppCommit commit, Deadline deadline) {
        String writeId = names.newWrite();
        List<Change> changes = new ArrayList<>();
        changes.add(
                write(DocumentRow.of(APPS, APP + commit.app().key(), commit.document(), writeId), commit.expected()));
        for (NumberedDocument decision : commit.decisions()) {
            String key = decisions(commit.app()) + backwards(decision.sequence());
            changes.add(Change.create(DocumentRow.of(APPS, key, decision.document(), writeId)));
        }
        return write(changes, writeId, deadline);
    }

    private static Change write(TableEntity row, @Nullable Revision expected) {
        return expected == null ? Change.create(row) : Change.replace(row, Revisions.etag(expected));
    }

    private static String decisions(AppName app) {
        return "d!" + app.key() + "!";
    }

    /** Returns a text that sorts the other way round than the number. */
    private static String backwards(long sequence) {
        return String.format(Locale.ROOT, "%019d", Long.MAX_VALUE - sequence);
    }

    @Override
    public List<NumberedDocument> decisions(AppName app, long before, int limit, Deadline deadline) {
        checkLimit(limit);
        String prefix = decisions(app);
        String from = prefix + backwards(before) + "!";
        Range range = new Range(names.documents(), APPS, from, "d!" + app.key() + "\"");
        return line.range(range, limit, deadline).stream()
                .map(row -> new NumberedDocument(
                        Long.MAX_VALUE - Long.parseLong(row.getRowKey().substring(prefix.length())),
                        DocumentRow.document(row)))
                .toList();
    }

    @Override
    public Optional<Versioned<Document>> find(DocumentKey key, Deadline deadline) {
        return line.get(names.documents(), partition(key.shelf()), key.key(), deadline)
                .map(DocumentRow::versioned);
    }

    private static String partition(Shelf shelf) {
        return shelf.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Page<StoredDocument> list(Shelf shelf, @Nullable String after, int limit, Deadline deadline) {
        String from = after == null ? "!" : after(after);
        return page(new Range(names.documents(), partition(shelf), from, "~"), 0, limit, deadline);
    }

    private Page<StoredDocument> page(Range range, int prefix, int limit, Deadline deadline) {
        checkLimit(limit);
        List<StoredDocument> items = line.range(range, limit, deadline).stream()
                .map(row -> DocumentRow.stored(row.getRowKey().substring(prefix), row))
                .toList();
        return new Page<>(
                items, items.size() < limit ? null : items.get(limit - 1).key());
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_PAGE + " items, not " + limit);
        }
    }

    @Override
    public WriteResult create(DocumentKey key, Document document, Deadline deadline) {
        String writeId = names.newWrite();
        TableEntity row = DocumentRow.of(partition(key.shelf()), key.key(), document, writeId);
        return write(List.of(Change.create(row)), writeId, deadline);
    }

    @Override
    public WriteResult replace(DocumentKey key, Revision revision, Document document, Deadline deadline) {
        String writeId = names.newWrite();
        TableEntity row = DocumentRow.of(partition(key.shelf()), key.key(), document, writeId);
        return write(List.of(Change.replace(row, Revisions.etag(revision))), writeId, deadline);
    }

    @Override
    public WriteResult delete(DocumentKey key, Revision revision, Deadline deadline) {
        TableEntity row = new TableEntity(partition(key.shelf()), key.key());
        return write(List.of(Change.delete(row, Revisions.etag(revision))), "", deadline);
    }

    /** Writes what the first of some changes is about, together with the others. */
    private WriteResult write(List<Change> changes, String writeId, Deadline deadline) {
        Outcome outcome = line.transact(names.documents(), changes, deadline);
        if (outcome instanceof Outcome.NoTable) {
            line.createTable(names.documents(), deadline);
            outcome = line.transact(names.documents(), changes, deadline);
        }
        if (outcome instanceof Outcome.Done done) {
            return new WriteResult.Written(new Revision(done.etags().get(0)));
        }
        if (!(outcome instanceof Outcome.Lost lost)) {
            throw new io.hubgate.store.StoreUnavailableException(
                    "table " + names.documents() + " is being deleted by somebody");
        }
        if (lost.index() > 0) {
            throw new IllegalArgumentException("a decision of this commit is logged already");
        }
        return lost.why() == Outcome.Why.ABSENT
                ? new WriteResult.NotFound()
                : whoWasFaster(changes.get(0).entity(), lost, writeId, deadline);
    }

    /** An HTTP client that repeats requests by itself may have met its own row: that is no lost race. */
    private WriteResult whoWasFaster(TableEntity row, Outcome.Lost lost, String writeId, Deadline deadline) {
        Optional<TableEntity> there = line.get(names.documents(), row.getPartitionKey(), row.getRowKey(), deadline);
        if (there.isPresent() && DocumentRow.isWrittenBy(there.get(), writeId)) {
            return new WriteResult.Written(new Revision(there.get().getETag()));
        }
        return lost.why() == Outcome.Why.EXISTS ? new WriteResult.AlreadyExists() : new WriteResult.RevisionMismatch();
    }
}
