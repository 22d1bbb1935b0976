// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store of apps at the other end of a line. */
record DistantAppStore(AppStore store, Line line) implements AppStore {
    @Override
    public Optional<Versioned<Document>> findApp(AppName app, Deadline deadline) {
        return line.read("findApp", () -> store.findApp(app, deadline));
    }

    @Override
    public Page<StoredDocument> listApps(@Nullable String after, int limit, Deadline deadline) {
        return line.read("listApps", () -> store.listApps(after, limit, deadline));
    }

    @Override
    public WriteResult commit(AppCommit commit, Deadline deadline) {
        return line.write("commit", () -> store.commit(commit, deadline));
    }

    @Override
    public List<NumberedDocument> decisions(AppName app, long before, int limit, Deadline deadline) {
        return line.read("decisions", () -> store.decisions(app, before, limit, deadline));
    }

    @Override
    public Optional<Versioned<Document>> find(DocumentKey key, Deadline deadline) {
        return line.read("find " + key.shelf(), () -> store.find(key, deadline));
    }

    @Override
    public Page<StoredDocument> list(Shelf shelf, @Nullable String after, int limit, Deadline deadline) {
        return line.read("list " + shelf, () -> store.list(shelf, after, limit, deadline));
    }

    @Override
    public WriteResult create(DocumentKey key, Document document, Deadline deadline) {
        return line.write("create " + key.shelf(), () -> store.create(key, document, deadline));
    }

    @Override
    public WriteResult replace(DocumentKey key, Revision revision, Document document, Deadline deadline) {
        return line.write("replace " + key.shelf(), () -> store.replace(key, revision, document, deadline));
    }

    @Override
    public WriteResult delete(DocumentKey key, Revision revision, Deadline deadline) {
        return line.write("delete " + key.shelf(), () -> store.delete(key, revision, deadline));
    }
}
