// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.store.Revision;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a hub's rows are: in a table of its own, or in its partition of the shared one.
 *
 * @param hub the hub's name in lower case
 * @param isOwn whether the table is the hub's own
 */
record Place(String table, String hub, boolean isOwn) {
    /** How many partitions a hub's own table has; a row of the directory says so too, and another number is another format. */
    static final int PARTITIONS = 4;

    private static final Pattern REVISION = Pattern.compile("([a-z0-9]+)!([A-Z])!(.*)");

    String partition(int number) {
        return isOwn ? Integer.toString(number) : hub;
    }

    /** Names one state of one row: the table is that of one incarnation of the hub, so no later incarnation has this revision. */
    Revision revision(Placing placing, String etag) {
        return new Revision(table + "!" + placing.letter + "!" + etag);
    }

    /** Returns what a revision says; an ETag that no row has if it is not of this place. */
    Draft.Seen seen(Revision revision) {
        Matcher parts = REVISION.matcher(revision.value());
        if (parts.matches() && parts.group(1).equals(table)) {
            for (Placing placing : Placing.values()) {
                if (parts.group(2).charAt(0) == placing.letter) {
                    return new Draft.Seen(placing, Revisions.etag(parts.group(3)));
                }
            }
        }
        return new Draft.Seen(Placing.FINISHED, Revisions.etag(""));
    }
}
