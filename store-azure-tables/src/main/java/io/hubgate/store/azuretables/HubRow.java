// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.format.FormatNumber;
import io.hubgate.format.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/** A claimed hub in the directory: which table is its own, and whether that is being filled, used or dropped. */
record HubRow(
        String hub, State state, String table, @Nullable String etag) {
    /** What becomes of a hub's table; the names are stored. */
    enum State {
        /** What the shared place has is on its way into the table. */
        OPENING,
        /** The table has all. */
        OPEN,
        /** The table is on its way out. */
        DROPPING
    }

    static final String ROW = "hub";

    private static final String STATE = "S";
    private static final String TABLE = "T";
    private static final String PARTITIONS = "P";

    static HubRow of(TableEntity row) {
        if (!Integer.valueOf(Place.PARTITIONS).equals(row.getProperty(PARTITIONS))) {
            throw new UnreadableDocumentException("hub '" + row.getPartitionKey() + "' has "
                    + row.getProperty(PARTITIONS) + " partitions, and this program knows " + Place.PARTITIONS);
        }
        try {
            State state = State.valueOf(Formats.text(row, STATE));
            return new HubRow(row.getPartitionKey(), state, Formats.text(row, TABLE), row.getETag());
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException(
                    "hub '" + row.getPartitionKey() + "' is in no state that is known", e);
        }
    }

    HubRow in(State next) {
        return new HubRow(hub, next, table, etag);
    }

    Change change() {
        TableEntity row = new TableEntity(hub, ROW)
                .addProperty(Formats.PROPERTY, FormatNumber.OLDEST.value())
                .addProperty(STATE, state.name())
                .addProperty(TABLE, table)
                .addProperty(PARTITIONS, Place.PARTITIONS);
        return etag == null ? Change.create(row) : Change.replace(row, etag);
    }

    Change removal() {
        return Change.delete(new TableEntity(hub, ROW), etag == null ? "" : etag);
    }

    Place place() {
        return new Place(table, hub, true);
    }
}
