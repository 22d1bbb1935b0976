// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.error.HubgateException;
import io.hubgate.format.LifeFormat;
import io.hubgate.readiness.Life;
import io.hubgate.readiness.Lives;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Page;
import io.hubgate.store.Revision;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.StoredDocument;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lives of backends, one record for each unbroken life, under a name that is given once. Thread-safe if the store is. */
final class LifeRecords {
    private static final Logger LOG = LoggerFactory.getLogger(LifeRecords.class);
    private static final int PAGE = 1_000;
    private static final int TRIES = 3;
    private static final int FORGOTTEN_AT_ONCE = 20;

    private final AppStore store;

    LifeRecords(AppStore store) {
        this.store = store;
    }

    static String newName() {
        return UUID.randomUUID().toString();
    }

    static Lives lives(Map<String, Life> others, Life own) {
        List<Life> all = new ArrayList<>(others.values());
        all.add(own);
        return new Lives(all);
    }

    /** The lives under every other name. One that a newer Hubgate wrote is left out: what is not understood proves nothing. */
    Map<String, Life> others(String name, Deadline deadline) {
        Map<String, Life> lives = new HashMap<>();
        String after = null;
        do {
            Page<StoredDocument> page = store.list(Shelf.MARKS, after, PAGE, deadline);
            for (StoredDocument stored : page.items()) {
                Life life = stored.key().equals(name) ? null : readable(stored.document());
                if (life != null) {
                    lives.put(stored.key(), life);
                }
            }
            after = page.next();
        } while (after != null);
        return lives;
    }

    Revision create(String name, Life life, Deadline deadline) {
        try {
            if (store.create(key(name), LifeFormat.write(life), deadline) instanceof WriteResult.Written written) {
                return written.revision();
            }
        } catch (UnknownOutcomeException e) {
            LOG.debug("reading back a first sign of life whose answer was lost", e);
        }
        // A name is given once: what stands under it is this life.
        return store.find(key(name), deadline)
                .map(Versioned::revision)
                .orElseThrow(() -> new StoreUnavailableException("the store did not take the first sign of life"));
    }

    /** The new revision, or empty if the record is gone. Nobody else replaces it, so another revision is one whose answer was lost. */
    Optional<Revision> replace(String name, Revision known, Life life, Deadline deadline) {
        Document document = LifeFormat.write(life);
        Revision revision = known;
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                if (store.replace(key(name), revision, document, deadline) instanceof WriteResult.Written written) {
                    return Optional.of(written.revision());
                }
            } catch (UnknownOutcomeException e) {
                LOG.debug("reading back a sign of life whose answer was lost", e);
            }
            Optional<Versioned<Document>> found = store.find(key(name), deadline);
            if (found.isEmpty() || found.get().value().equals(document)) {
                return found.map(Versioned::revision);
            }
            revision = found.get().revision();
        }
        throw new StoreUnavailableException("the store does not take a sign of life");
    }

    /** Removes the lives that add nothing any more. Another backend may do the same; what fails is tried again an hour later. */
    void forgetTold(Map<String, Life> others, Life own, Deadline deadline) {
        Lives all = lives(others, own);
        Instant now = own.until();
        others.entrySet().stream()
                .filter(other -> all.isTold(other.getValue(), now))
                .limit(FORGOTTEN_AT_ONCE)
                .forEach(other -> forget(other.getKey(), other.getValue(), deadline));
    }

    private void forget(String name, Life life, Deadline deadline) {
        try {
            Optional<Versioned<Document>> found = store.find(key(name), deadline);
            if (found.isPresent() && life.equals(readable(found.get().value()))) {
                store.delete(key(name), found.get().revision(), deadline);
            }
        } catch (HubgateException e) {
            LOG.debug("the end of a life of a backend is not tidied away yet", e);
        }
    }

    private static @Nullable Life readable(Document document) {
        try {
            return LifeFormat.read(document);
        } catch (HubgateException e) {
            LOG.debug("a sign of life cannot be read", e);
            return null;
        }
    }

    private static DocumentKey key(String name) {
        return new DocumentKey(Shelf.MARKS, name);
    }
}
