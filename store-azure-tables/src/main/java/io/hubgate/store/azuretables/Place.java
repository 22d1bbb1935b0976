// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.model.InstanceId;
import io.hubgate.store.Revision;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a hub's rows are: in a table of its own, or in its partition of the shared one.
 *
 * @param hub the hub's name in lower case
 * @param isOwn whether the table is the hub's own
 * @param partitions how many partitions the hub has there
 */
record Place(String table, String hub, boolean isOwn, int partitions) {
    /** How many partitions the table of a new hub gets; the directory says how many one has. */
    static final int PARTITIONS = 4;

    /** Deliveries of a hub are joined by as many queues, whatever number of partitions it has. */
    static final int LANES = PARTITIONS;

    private static final Pattern REVISION = Pattern.compile("([a-z0-9]+)!([A-Z])!(.*)");

    static Place own(String table, String hub, int partitions) {
        return new Place(table, hub, true, partitions);
    }

    static Place shared(String table, String hub) {
        return new Place(table, hub, false, 1);
    }

    static int laneOf(InstanceId id) {
        return spread(id, LANES);
    }

    private static int spread(InstanceId id, int among) {
        int hash = id.value().hashCode();
        // Ids that count up differ in their last characters only: spread them.
        return Math.floorMod(((hash ^ (hash >>> 16)) * 0x9E3779B1) >>> 8, among);
    }

    int numberOf(InstanceId id) {
        return spread(id, partitions);
    }

    String partition(int number) {
        return isOwn ? Integer.toString(number) : hub;
    }

    String partitionOf(InstanceId id) {
        return partition(numberOf(id));
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
