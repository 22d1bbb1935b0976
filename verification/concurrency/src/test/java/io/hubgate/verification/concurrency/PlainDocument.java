// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.concurrency;

/** What {@link AppStoreLincheckTest} does, one call after the other: a counter that may be absent. */
public class PlainDocument {
    private int count = -1;

    /** Begins at 0 unless it has begun. */
    public boolean create() {
        boolean absent = count < 0;
        count = absent ? 0 : count;
        return absent;
    }

    /** Counts up, and returns -1 if there is nothing. */
    public int increment() {
        if (count >= 0) {
            count++;
        }
        return count;
    }

    /** Returns the count, or -1 if there is nothing. */
    public int look() {
        return count;
    }

    /** Removes the counter. */
    public boolean delete() {
        boolean present = count >= 0;
        count = -1;
        return present;
    }
}
