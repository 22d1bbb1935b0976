// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.format.FormatNumber;
import io.hubgate.format.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/** A claimed hub in the directory: which table is its own, and whether that is being filled, used or dropped. */
record HubRow(
        String hub,
        State state,
        String table,
        int partitions,
        @Nullable String etag) {
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
    private static final int MOST_PARTITIONS = 64;

    static HubRow of(TableEntity row) {
        Object partitions = row.getProperty(PARTITIONS);
        if (!(partitions instanceof Integer number) || number < 1 || number > MOST_PARTITIONS) {
            throw new UnreadableDocumentException(
                    "hub '" + row.getPartitionKey() + "' has " + partitions + " partitions");
        }
        try {
            State state = State.valueOf(Formats.text(row, STATE));
            return new HubRow(row.getPartitionKey(), state, Formats.text(row, TABLE), number, row.getETag());
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException(
                    "hub '" + row.getPartitionKey() + "' is in no state that is known", e);
        }
    }

    /** Returns the row of a hub that is about to get a table. */
    static HubRow opening(String hub, String table) {
        return new HubRow(hub, State.OPENING, table, Place.PARTITIONS, null);
    }

    HubRow in(State next) {
        return new HubRow(hub, next, table, partitions, etag);
    }

    Change change() {
        TableEntity row = new TableEntity(hub, ROW)
                .addProperty(Formats.PROPERTY, FormatNumber.OLDEST.value())
                .addProperty(STATE, state.name())
                .addProperty(TABLE, table)
                .addProperty(PARTITIONS, partitions);
        return etag == null ? Change.create(row) : Change.replace(row, etag);
    }

    Change removal() {
        return Change.delete(new TableEntity(hub, ROW), etag == null ? "" : etag);
    }

    Place place() {
        return Place.own(table, hub, partitions);
    }
}
