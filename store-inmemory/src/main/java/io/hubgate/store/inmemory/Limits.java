// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

/** What listings may ask for. */
final class Limits {
    /** The most items that one page may hold. */
    static final int LARGEST_PAGE = 1000;

    private Limits() {}

    /** Returns the limit if a page may have it. */
    static int page(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page holds 1 to " + LARGEST_PAGE + " items, not " + limit);
        }
        return limit;
    }
}
