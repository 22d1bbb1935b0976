// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

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
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.StoredDocument;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The shelves of an {@link AppStore}, in memory, for one thread; the next writes may go wrong as a test has said. */
@NullMarked
final class TinyShelf implements AppStore {
    /** What can go wrong with a write. */
    enum Trouble {
        AWAY,
        REQUEST_LOST,
        REPLY_LOST
    }

    private final TreeMap<String, StoredDocument> documents = new TreeMap<>();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private long revisions;

    void next(Trouble trouble) {
        troubles.add(trouble);
    }

    @Override
    public Optional<Versioned<Document>> find(DocumentKey key, Deadline deadline) {
        return Optional.ofNullable(documents.get(key.key())).map(d -> new Versioned<>(d.document(), d.revision()));
    }

    @Override
    public Page<StoredDocument> list(Shelf shelf, @Nullable String after, int limit, Deadline deadline) {
        Map<String, StoredDocument> rest = after == null ? documents : documents.tailMap(after, false);
        List<StoredDocument> items = rest.values().stream().limit(limit).toList();
        boolean more = rest.size() > items.size();
        return new Page<>(items, more ? items.get(items.size() - 1).key() : null);
    }

    @Override
    public WriteResult create(DocumentKey key, Document document, Deadline deadline) {
        Trouble trouble = trouble();
        if (documents.containsKey(key.key())) {
            return new WriteResult.AlreadyExists();
        }
        Revision revision = new Revision("r" + ++revisions);
        documents.put(key.key(), new StoredDocument(key.key(), document, revision));
        replyUnless(trouble);
        return new WriteResult.Written(revision);
    }

    @Override
    public WriteResult delete(DocumentKey key, Revision revision, Deadline deadline) {
        Trouble trouble = trouble();
        StoredDocument stored = documents.get(key.key());
        if (stored == null) {
            return new WriteResult.NotFound();
        }
        if (!stored.revision().equals(revision)) {
            return new WriteResult.RevisionMismatch();
        }
        documents.remove(key.key());
        replyUnless(trouble);
        return new WriteResult.Written(revision);
    }

    private @Nullable Trouble trouble() {
        Trouble trouble = troubles.poll();
        if (trouble == Trouble.AWAY) {
            throw new StoreUnavailableException("away");
        }
        if (trouble == Trouble.REQUEST_LOST) {
            throw new UnknownOutcomeException("request lost", new IllegalStateException());
        }
        return trouble;
    }

    private static void replyUnless(@Nullable Trouble trouble) {
        if (trouble == Trouble.REPLY_LOST) {
            throw new UnknownOutcomeException("reply lost", new IllegalStateException());
        }
    }

    @Override
    public WriteResult replace(DocumentKey key, Revision revision, Document document, Deadline deadline) {
        throw new UnsupportedOperationException("the quarantine changes nothing");
    }

    @Override
    public Optional<Versioned<Document>> findApp(AppName app, Deadline deadline) {
        throw new UnsupportedOperationException("the quarantine asks for no app");
    }

    @Override
    public Page<StoredDocument> listApps(@Nullable String after, int limit, Deadline deadline) {
        throw new UnsupportedOperationException("the quarantine asks for no app");
    }

    @Override
    public WriteResult commit(AppCommit commit, Deadline deadline) {
        throw new UnsupportedOperationException("the quarantine changes no app");
    }

    @Override
    public List<NumberedDocument> decisions(AppName app, long before, int limit, Deadline deadline) {
        throw new UnsupportedOperationException("the quarantine asks for no decision");
    }
}
