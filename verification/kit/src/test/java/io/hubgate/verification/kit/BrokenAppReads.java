// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import io.hubgate.model.AppName;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.NumberedDocument;
import io.hubgate.store.Revision;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** App stores that break a rule of reading or of time each, as the kit gets them. */
final class BrokenAppReads {
    private BrokenAppReads() {}

    @Breaks(rule = "S-4", by = "answers from a cache that other clients do not know of")
    static final class ReadsFromCache extends BrokenAppStores.Broken {
        ReadsFromCache() {
            super(Cache::new);
        }

        private static final class Cache extends ForwardingAppStore {
            private final Map<DocumentKey, Versioned<Document>> cache = new ConcurrentHashMap<>();

            Cache(AppStore correct) {
                super(correct);
            }

            @Override
            public Optional<Versioned<Document>> find(DocumentKey key, Deadline deadline) {
                Optional<Versioned<Document>> cached = Optional.ofNullable(cache.get(key));
                Optional<Versioned<Document>> found = cached.isPresent() ? cached : correct.find(key, deadline);
                found.ifPresent(document -> cache.put(key, document));
                return found;
            }

            @Override
            public WriteResult replace(DocumentKey key, Revision revision, Document document, Deadline deadline) {
                cache.remove(key);
                return correct.replace(key, revision, document, deadline);
            }

            @Override
            public WriteResult delete(DocumentKey key, Revision revision, Deadline deadline) {
                cache.remove(key);
                return correct.delete(key, revision, deadline);
            }
        }
    }

    @Breaks(rule = "S-10", by = "keeps documents as texts")
    static final class KeepsTexts extends BrokenAppStores.Broken {
        KeepsTexts() {
            super(correct -> new ForwardingAppStore(correct) {
                @Override
                public WriteResult create(DocumentKey key, Document document, Deadline deadline) {
                    String text = new String(document.bytes(), StandardCharsets.UTF_8);
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    byte[] cut = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, Document.LARGEST));
                    return correct.create(key, new Document(cut), deadline);
                }
            });
        }
    }

    @Breaks(rule = "S-12", by = "sorts the numbers of decisions as texts")
    static final class SortsNumbersAsTexts extends BrokenAppStores.Broken {
        SortsNumbersAsTexts() {
            super(correct -> new ForwardingAppStore(correct) {
                @Override
                public List<NumberedDocument> decisions(AppName app, long before, int limit, Deadline deadline) {
                    return correct.decisions(app, before, 1000, deadline).stream()
                            .sorted(Comparator.comparing((NumberedDocument d) -> Long.toString(d.sequence()))
                                    .reversed())
                            .limit(limit)
                            .toList();
                }
            });
        }
    }

    @Breaks(rule = "S-13", by = "tries a read three times, whatever the deadline says")
    static final class KnowsNoDeadline extends BrokenAppStores.Broken {
        private static final int TRIES = 3;

        KnowsNoDeadline() {
            super(correct -> new ForwardingAppStore(correct) {
                @Override
                public Optional<Versioned<Document>> findApp(AppName app, Deadline deadline) {
                    StoreUnavailableException last = new StoreUnavailableException("never tried");
                    for (int i = 0; i < TRIES; i++) {
                        try {
                            return correct.findApp(app, Deadline.in(Duration.ofDays(1), deadline.clock()));
                        } catch (StoreUnavailableException e) {
                            last = e;
                        }
                    }
                    throw last;
                }
            });
        }
    }
}
