// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.format.RemovalFormat;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Shelf;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.taskhub.Removal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removals that have begun, kept so that any backend can go on with them. The plan is written before the app's record says REMOVING, so a
 * release in that phase without a plan is one whose hub is left where it is. Thread-safe if the store is.
 */
final class RemovalRecords {
    private static final Logger LOG = LoggerFactory.getLogger(RemovalRecords.class);

    private final AppStore store;

    RemovalRecords(AppStore store) {
        this.store = store;
    }

    Optional<Versioned<Removal>> find(TaskHubName hub, Deadline deadline) {
        return store.find(key(hub), deadline)
                .map(found -> new Versioned<>(RemovalFormat.read(found.value()), found.revision()));
    }

    /** Records a plan over any older one, which never became a removal: the release would be REMOVING else. */
    void begin(Removal removal, Deadline deadline) {
        TaskHubName hub = removal.plan().hub();
        Document document = RemovalFormat.write(removal);
        while (true) {
            Optional<Versioned<Document>> before = store.find(key(hub), deadline);
            if (before.isPresent() && before.get().value().equals(document)) {
                return;
            }
            if (isWritten(hub, before, document, deadline)) {
                return;
            }
            deadline.check("recording the plan for " + hub);
        }
    }

    private boolean isWritten(
            TaskHubName hub, Optional<Versioned<Document>> before, Document document, Deadline deadline) {
        try {
            WriteResult result = before.isPresent()
                    ? store.replace(key(hub), before.get().revision(), document, deadline)
                    : store.create(key(hub), document, deadline);
            return result.isWritten();
        } catch (UnknownOutcomeException e) {
            LOG.debug("reading back a plan whose answer was lost", e);
            return false;
        }
    }

    /** Records how far a removal came. Losing it is harmless: whoever wrote meanwhile came as far, and what is gone counts as removed. */
    void advance(Versioned<Removal> before, Removal after, Deadline deadline) {
        try {
            store.replace(key(after.plan().hub()), before.revision(), RemovalFormat.write(after), deadline);
        } catch (UnknownOutcomeException e) {
            LOG.debug(
                    "how far the removal of {} came may not be recorded",
                    after.plan().hub(),
                    e);
        }
    }

    void forget(TaskHubName hub, Deadline deadline) {
        while (true) {
            Optional<Versioned<Document>> found = store.find(key(hub), deadline);
            if (found.isEmpty() || isDeleted(hub, found.get(), deadline)) {
                return;
            }
            deadline.check("forgetting the plan for " + hub);
        }
    }

    private boolean isDeleted(TaskHubName hub, Versioned<Document> found, Deadline deadline) {
        try {
            return store.delete(key(hub), found.revision(), deadline).isWritten();
        } catch (UnknownOutcomeException e) {
            LOG.debug("reading back the removal of a plan whose answer was lost", e);
            return false;
        }
    }

    private static DocumentKey key(TaskHubName hub) {
        return new DocumentKey(Shelf.REMOVALS, hub.key());
    }
}
