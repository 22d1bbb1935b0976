// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import io.hubgate.model.AppName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps few, small, precious documents: apps with their decisions, and what stands on the {@linkplain Shelf shelves}. Every write is
 * conditional (S-1); losing a race is a {@link WriteResult} (S-2); a read after a successful write sees it, from any client (S-4); of N
 * concurrent replaces on one revision exactly one is written (S-5).
 *
 * <p>Implementations are thread-safe and start no threads. Every method blocks, gives up at its deadline (S-13), honours interruption, and
 * throws {@link StoreUnavailableException} if the store cannot be reached and nothing was written, or {@link UnknownOutcomeException} if a
 * write was sent and its answer lost.
 */
public interface AppStore {
    /**
     * Returns an app's record.
     *
     * @param app the app, compared without case
     * @param deadline when to give up
     * @return the record, or empty if there is none
     */
    Optional<Versioned<Document>> findApp(AppName app, Deadline deadline);

    /**
     * Returns apps in the order of their names in lower case.
     *
     * @param after the key after which to begin, or null for the beginning
     * @param limit how many at most, 1 to 1,000
     * @param deadline when to give up
     * @return a page
     */
    Page<StoredDocument> listApps(@Nullable String after, int limit, Deadline deadline);

    /**
     * Writes an app's record together with its decisions, if the record still has the expected revision (S-3).
     *
     * @param commit what to write
     * @param deadline when to give up
     * @return Written; AlreadyExists if the app should not have existed; RevisionMismatch or NotFound otherwise
     */
    WriteResult commit(AppCommit commit, Deadline deadline);

    /**
     * Returns decisions of an app, newest first (S-12).
     *
     * @param app the app
     * @param before only decisions with a smaller number; {@link Long#MAX_VALUE} for the newest
     * @param limit how many at most, 1 to 1,000
     * @param deadline when to give up
     * @return at most {@code limit} decisions without a gap; fewer only at the beginning of the log
     */
    List<NumberedDocument> decisions(AppName app, long before, int limit, Deadline deadline);

    /**
     * Returns a document.
     *
     * @param key its place
     * @param deadline when to give up
     * @return the document, or empty if there is none
     */
    Optional<Versioned<Document>> find(DocumentKey key, Deadline deadline);

    /**
     * Returns the documents of a shelf in the order of their keys.
     *
     * @param shelf the shelf
     * @param after the key after which to begin, or null for the beginning
     * @param limit how many at most, 1 to 1,000
     * @param deadline when to give up
     * @return a page
     */
    Page<StoredDocument> list(Shelf shelf, @Nullable String after, int limit, Deadline deadline);

    /**
     * Creates a document.
     *
     * @param key its place
     * @param document the bytes
     * @param deadline when to give up
     * @return Written or AlreadyExists
     */
    WriteResult create(DocumentKey key, Document document, Deadline deadline);

    /**
     * Replaces a document.
     *
     * @param key its place
     * @param revision the revision that it must still have
     * @param document the new bytes
     * @param deadline when to give up
     * @return Written, RevisionMismatch or NotFound
     */
    WriteResult replace(DocumentKey key, Revision revision, Document document, Deadline deadline);

    /**
     * Removes a document.
     *
     * @param key its place
     * @param revision the revision that it must still have
     * @param deadline when to give up
     * @return Written, RevisionMismatch or NotFound
     */
    WriteResult delete(DocumentKey key, Revision revision, Deadline deadline);
}
