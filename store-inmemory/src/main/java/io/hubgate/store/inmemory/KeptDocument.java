// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.store.Document;
import io.hubgate.store.Revision;
import io.hubgate.store.StoredDocument;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;

/** A document under its revision. */
record KeptDocument(Document document, Revision revision) {
    Versioned<Document> versioned() {
        return new Versioned<>(document, revision);
    }

    StoredDocument stored(String key) {
        return new StoredDocument(key, document, revision);
    }

    WriteResult result() {
        return new WriteResult.Written(revision);
    }
}
