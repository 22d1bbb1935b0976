// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import java.util.List;

/** What a transaction came to. */
sealed interface Outcome {
    /** It happened; the ETags are those of its changes in their order, empty for a deletion. */
    record Done(List<String> etags) implements Outcome {}

    /** The condition of a change was not met, so nothing happened. */
    record Lost(int index, Why why) implements Outcome {}

    /** There is no such table, or not any more. */
    record NoTable() implements Outcome {}

    /** How a condition was not met. */
    enum Why {
        /** A row to be created is there. */
        EXISTS,
        /** A row to be replaced or deleted has another ETag. */
        CHANGED,
        /** A row to be replaced or deleted is not there. */
        ABSENT
    }
}
