// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.error.HubgateException;
import io.hubgate.format.LookTurnFormat;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Revision;
import io.hubgate.store.Shelf;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.taskhub.LookTurn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one backend at a time look at a hub, of all that share a store (rule R-23): each takes a turn by a conditional write and gives it back. A
 * turn that its owner never gave back is over after a while. A look that takes longer than its turn may meet another: the watched app then
 * answers both, and no verdict depends on it. Thread-safe if the store is.
 */
final class LookTurns {
    /** Long enough for 6,000 requests at the pace of the rule; an owner that crashed keeps others from looking for as long. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(LookTurns.class);

    private final AppStore store;
    private final Duration patience;
    private final InstantSource clock;
    private final String owner = UUID.randomUUID().toString();

    LookTurns(AppStore store, Duration patience, InstantSource clock) {
        this.store = store;
        this.patience = patience;
        this.clock = clock;
    }

    /** A turn that was taken; closing it gives it back. */
    final class Turn implements AutoCloseable {
        private final DocumentKey key;
        private final Revision revision;

        private Turn(DocumentKey key, Revision revision) {
            this.key = key;
            this.revision = revision;
        }

        @Override
        public void close() {
            try {
                store.delete(key, revision, Deadline.in(patience, clock));
            } catch (HubgateException e) {
                LOG.debug("a turn to look is not given back, and ends by itself", e);
            }
        }
    }

    /** Takes the turn, or returns null while another has it. */
    @Nullable
    Turn take(TaskHubName hub, Deadline deadline) {
        DocumentKey key = new DocumentKey(Shelf.TURNS, hub.key());
        Optional<Versioned<Document>> found = store.find(key, deadline);
        if (found.isPresent() && !LookTurnFormat.read(found.get().value()).isOver(clock.instant())) {
            return null;
        }
        Document mine = LookTurnFormat.write(new LookTurn(owner, clock.instant().plus(LONGEST)));
        Revision revision = write(key, found.map(Versioned::revision).orElse(null), mine, deadline);
        return revision == null ? null : new Turn(key, revision);
    }

    private @Nullable Revision write(DocumentKey key, @Nullable Revision before, Document mine, Deadline deadline) {
        try {
            WriteResult result =
                    before == null ? store.create(key, mine, deadline) : store.replace(key, before, mine, deadline);
            return result instanceof WriteResult.Written written ? written.revision() : null;
        } catch (UnknownOutcomeException e) {
            LOG.debug("reading back a turn whose answer was lost", e);
            return store.find(key, deadline)
                    .filter(found -> found.value().equals(mine))
                    .map(Versioned::revision)
                    .orElse(null);
        }
    }
}
