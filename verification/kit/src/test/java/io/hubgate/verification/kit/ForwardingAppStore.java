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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what a correct store does; those that break a rule override what they do wrong. */
class ForwardingAppStore implements AppStore {
    final AppStore correct;

    ForwardingAppStore(AppStore correct) {
        this.correct = correct;
    }

    @Override
    public Optional<Versioned<Document>> findApp(AppName app, Deadline deadline) {
        return correct.findApp(app, deadline);
    }

    @Override
    public Page<StoredDocument> listApps(@Nullable String after, int limit, Deadline deadline) {
        return correct.listApps(after, limit, deadline);
    }

    @Override
    public WriteResult commit(AppCommit commit, Deadline deadline) {
        return correct.commit(commit, deadline);
    }

    @Override
    public List<NumberedDocument> decisions(AppName app, long before, int limit, Deadline deadline) {
        return correct.decisions(app, before, limit, deadline);
    }

    @Override
    public Optional<Versioned<Document>> find(DocumentKey key, Deadline deadline) {
        return correct.find(key, deadline);
    }

    @Override
    public Page<StoredDocument> list(Shelf shelf, @Nullable String after, int limit, Deadline deadline) {
        return correct.list(shelf, after, limit, deadline);
    }

    @Override
    public WriteResult create(DocumentKey key, Document document, Deadline deadline) {
        return correct.create(key, document, deadline);
    }

    @Override
    public WriteResult replace(DocumentKey key, Revision revision, Document document, Deadline deadline) {
        return correct.replace(key, revision, document, deadline);
    }

    @Override
    public WriteResult delete(DocumentKey key, Revision revision, Deadline deadline) {
        return correct.delete(key, revision, deadline);
    }
}
