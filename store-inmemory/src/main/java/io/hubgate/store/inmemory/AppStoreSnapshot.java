// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.AppName;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.NumberedDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an {@link InMemoryAppStore} held at one moment. Immutable; equal snapshots hold the same bytes in the same places, whatever their
 * revisions were.
 *
 * @param apps each app with its decisions
 * @param documents what stood on the shelves
 */
public record AppStoreSnapshot(Map<AppName, App> apps, Map<DocumentKey, Document> documents) {
    /** Copies both maps. */
    public AppStoreSnapshot {
        apps = Map.copyOf(apps);
        documents = Map.copyOf(documents);
    }

    /**
     * An app's record and its decisions.
     *
     * @param document the record
     * @param decisions the decisions, oldest first
     */
    public record App(Document document, List<NumberedDocument> decisions) {
        /** Copies the decisions. */
        public App {
            decisions = List.copyOf(decisions);
        }
    }

    /** Collects a snapshot. */
    static final class Builder {
        private final Map<AppName, App> apps = new HashMap<>();
        private final Map<DocumentKey, Document> documents = new HashMap<>();

        void add(AppName name, Document document, List<NumberedDocument> decisions) {
            apps.put(name, new App(document, decisions));
        }

        void add(DocumentKey key, Document document) {
            documents.put(key, document);
        }

        AppStoreSnapshot build() {
            return new AppStoreSnapshot(apps, documents);
        }
    }
}
