// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.store.Revision;
import java.util.regex.Pattern;

/** ETags as revisions. The service makes them of the time of the change, in ticks of 100 ns, so a later row of the same key has another. */
final class Revisions {
    private static final Pattern ETAG = Pattern.compile("W/\"[\\x21\\x23-\\x7e]{1,200}\"");

    /** An ETag that no row ever has. */
    private static final String NEVER = "W/\"datetime'0001-01-01T00%3A00%3A00.0000000Z'\"";

    private Revisions() {}

    /** Returns the ETag that a revision stands for; one that no row has if it is not of this store. */
    static String etag(Revision revision) {
        return etag(revision.value());
    }

    static String etag(String text) {
        return ETAG.matcher(text).matches() ? text : NEVER;
    }
}
