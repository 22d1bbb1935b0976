// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

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
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps apps, decisions and documents in memory, by the whole store contract; what it holds is gone with the process.
 *
 * <p>Thread-safe. One lock guards everything: there are few documents, and each call holds it for microseconds. A call waits for the lock at
 * most until its deadline; an interrupted thread gets a {@link io.hubgate.store.StoreUnavailableException} and stays interrupted. Revisions
 * are never used twice, also not for a document that was removed and created again.
 */
public final class InMemoryAppStore implements AppStore {
    private final DeadlineLock lock = new DeadlineLock();
    private final NavigableMap<String, KeptApp> apps = new TreeMap<>();
    private final Map<Shelf, NavigableMap<String, KeptDocument>> shelves = new EnumMap<>(Shelf.class);

    /** Begins anywhere, so that no revision of one store is valid in another. */
    private long lastRevision = new SecureRandom().nextLong();

    /** Creates an empty store. */
    public InMemoryAppStore() {
        for (Shelf shelf : Shelf.values()) {
            shelves.put(shelf, new TreeMap<>());
        }
    }

    /**
     * Creates a store that holds what another one held. Revisions that the other one gave are not valid here.
     *
     * @param snapshot what it begins with
     */
    public InMemoryAppStore(AppStoreSnapshot snapshot) {
        this();
        snapshot.apps().forEach((name, app) -> {
            KeptApp kept = new KeptApp(name, new KeptDocument(app.document(), nextRevision()));
            app.decisions().forEach(kept::log);
            apps.put(name.key(), kept);
        });
        snapshot.documents()
                .forEach((key, document) ->
                        shelf(key.shelf()).put(key.key(), new KeptDocument(document, nextRevision())));
    }

    /**
     * Returns what the store holds at one moment between two writes.
     *
     * @param deadline when to give up
     * @return a copy that no later write changes
     */
    public AppStoreSnapshot snapshot(Deadline deadline) {
        return lock.with(deadline, "taking a snapshot of the apps", () -> {
            AppStoreSnapshot.Builder snapshot = new AppStoreSnapshot.Builder();
            apps.values().forEach(app -> snapshot.add(app.name, app.current.document(), app.decisions()));
            shelves.forEach((shelf, documents) ->
                    documents.forEach((key, kept) -> snapshot.add(new DocumentKey(shelf, key), kept.document())));
            return snapshot.build();
        });
    }

    @Override
    public Optional<Versioned<Document>> findApp(AppName app, Deadline deadline) {
        return lock.with(
                deadline,
                "reading an app",
                () -> Optional.ofNullable(apps.get(app.key())).map(kept -> kept.current.versioned()));
    }

    @Override
    public Page<StoredDocument> listApps(@Nullable String after, int limit, Deadline deadline) {
        Limits.page(limit);
        return lock.with(
                deadline, "listing apps", () -> Listing.page(apps, after, limit, (k, app) -> app.current.stored(k)));
    }

    @Override
    public WriteResult commit(AppCommit commit, Deadline deadline) {
        return lock.with(deadline, "writing an app", () -> {
            KeptApp kept = apps.get(commit.app().key());
            WriteResult refusal = refusal(kept == null ? null : kept.current, commit.expected());
            return refusal != null ? refusal : store(commit, kept);
        });
    }

    private WriteResult store(AppCommit commit, @Nullable KeptApp existing) {
        long logged = existing == null ? 0 : existing.logged();
        KeptApp.checkSequence(commit.decisions(), logged);
        KeptDocument written = new KeptDocument(commit.document(), nextRevision());
        KeptApp app = existing == null ? new KeptApp(commit.app(), written) : existing;
        app.current = written;
        commit.decisions().forEach(app::log);
        apps.put(commit.app().key(), app);
        return written.result();
    }

    @Override
    public List<NumberedDocument> decisions(AppName app, long before, int limit, Deadline deadline) {
        Limits.page(limit);
        return lock.with(deadline, "reading decisions", () -> {
            KeptApp kept = apps.get(app.key());
            return kept == null ? List.of() : kept.newestFirst(before, limit);
        });
    }

    @Override
    public Optional<Versioned<Document>> find(DocumentKey key, Deadline deadline) {
        return lock.with(
                deadline,
                "reading a document",
                () -> Optional.ofNullable(shelf(key.shelf()).get(key.key())).map(KeptDocument::versioned));
    }

    @Override
    public Page<StoredDocument> list(Shelf shelf, @Nullable String after, int limit, Deadline deadline) {
        Limits.page(limit);
        return lock.with(
                deadline, "listing a shelf", () -> Listing.page(shelf(shelf), after, limit, (k, d) -> d.stored(k)));
    }

    @Override
    public WriteResult create(DocumentKey key, Document document, Deadline deadline) {
        return write(key, null, document, deadline);
    }

    @Override
    public WriteResult replace(DocumentKey key, Revision revision, Document document, Deadline deadline) {
        return write(key, revision, document, deadline);
    }

    private WriteResult write(DocumentKey key, @Nullable Revision expected, Document document, Deadline deadline) {
        return lock.with(deadline, "writing a document", () -> {
            NavigableMap<String, KeptDocument> documents = shelf(key.shelf());
            WriteResult refusal = refusal(documents.get(key.key()), expected);
            if (refusal != null) {
                return refusal;
            }
            KeptDocument written = new KeptDocument(document, nextRevision());
            documents.put(key.key(), written);
            return written.result();
        });
    }

    @Override
    public WriteResult delete(DocumentKey key, Revision revision, Deadline deadline) {
        return lock.with(deadline, "removing a document", () -> {
            NavigableMap<String, KeptDocument> documents = shelf(key.shelf());
            WriteResult refusal = refusal(documents.get(key.key()), revision);
            if (refusal != null) {
                return refusal;
            }
            documents.remove(key.key());
            return new WriteResult.Written(nextRevision());
        });
    }

    /** Returns why a write on this revision loses, or null if it may happen (rule S-1). */
    private static @Nullable WriteResult refusal(@Nullable KeptDocument existing, @Nullable Revision expected) {
        if (expected == null) {
            return existing == null ? null : new WriteResult.AlreadyExists();
        }
        if (existing == null) {
            return new WriteResult.NotFound();
        }
        return existing.revision().equals(expected) ? null : new WriteResult.RevisionMismatch();
    }

    private NavigableMap<String, KeptDocument> shelf(Shelf shelf) {
        // Every shelf was put there by the constructor.
        return Objects.requireNonNull(shelves.get(shelf));
    }

    private Revision nextRevision() {
        lastRevision++;
        return new Revision(Long.toHexString(lastRevision));
    }
}
