// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

/** What a conditional write came to. Losing a race is one of these results; failing to reach the store is an exception (rule S-2). */
public sealed interface WriteResult {
    /**
     * Tells whether the write happened.
     *
     * @return true for {@link Written} only
     */
    default boolean isWritten() {
        return this instanceof Written;
    }

    /**
     * The write happened.
     *
     * @param revision the revision of what was written
     */
    record Written(Revision revision) implements WriteResult {}

    /** A create found a record in its place. */
    record AlreadyExists() implements WriteResult {}

    /** A replace or delete found another revision than the one it named. */
    record RevisionMismatch() implements WriteResult {}

    /** A replace or delete found nothing. */
    record NotFound() implements WriteResult {}
}
