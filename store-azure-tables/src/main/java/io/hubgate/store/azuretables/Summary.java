// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.format.FormatNumber;
import io.hubgate.format.UnreadableDocumentException;
import io.hubgate.tracking.InstanceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The summary row of a partition: its tally, and its active instances as far as they have room in it. Every transaction of the partition
 * replaces it on condition of its ETag, so it also is the fence: whoever has not seen the latest one writes nothing. Immutable.
 *
 * @param etag the ETag under which it was read or written, or null if there is none yet
 * @param writeId the latest write
 * @param tally the share of the traffic, or null if nothing was heard
 * @param active records of active instances by their keys, as texts
 * @param mark where a move stands: in the shared place the table that everything went to, in a hub's table the last key that came; or empty
 */
record Summary(
        @Nullable String etag, String writeId, @Nullable Tally tally, Map<String, String> active, String mark) {
    /** The row's key; keys of index rows follow it, so that one range has both. */
    static final String ROW = "0";

    /** The end of the range of summary and index rows. */
    static final String END = "b";

    static final Summary NONE = new Summary(null, "", null, Map.of(), "");

    private static final String WRITE = "W";
    private static final String TALLY = "T";
    private static final String ACTIVE = "A";
    private static final String MARK = "M";

    /** A text property may have 32 Ki characters. */
    private static final int ROOM = 30_000;

    static Summary of(TableEntity row) {
        String tally = Formats.text(row, TALLY);
        return new Summary(
                row.getETag(),
                Formats.text(row, WRITE),
                tally.isEmpty() ? null : Tally.decode(tally),
                entries(Formats.text(row, ACTIVE)),
                Formats.text(row, MARK));
    }

    private static Map<String, String> entries(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String entry : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            int end = entry.indexOf('=');
            if (end < 0) {
                throw new UnreadableDocumentException("a list of active instances has an entry without key");
            }
            entries.put(entry.substring(0, end), entry.substring(end + 1));
        }
        return entries;
    }

    /** Returns this as a row. */
    TableEntity entity(String partition) {
        StringBuilder list = new StringBuilder();
        active.forEach((key, record) ->
                list.append(list.isEmpty() ? "" : ";").append(key).append('=').append(record));
        return new TableEntity(partition, ROW)
                .addProperty(Formats.PROPERTY, FormatNumber.OLDEST.value())
                .addProperty(WRITE, writeId)
                .addProperty(TALLY, tally == null ? "" : tally.encode())
                .addProperty(ACTIVE, list.toString())
                .addProperty(MARK, mark);
    }

    /** Returns the change that puts this in the place of what it came from. */
    Change change(String partition) {
        return etag == null ? Change.create(entity(partition)) : Change.replace(entity(partition), etag);
    }

    /** Returns the change that removes this. */
    Change removal(String partition) {
        return Change.delete(new TableEntity(partition, ROW), etag == null ? "" : etag);
    }

    Summary marked(String where, String write) {
        return new Summary(etag, write, tally, active, where);
    }

    Summary written(String newEtag) {
        return new Summary(newEtag, writeId, tally, active, mark);
    }

    boolean isFence() {
        return !mark.isEmpty();
    }

    /** Returns the records that are listed here. */
    List<InstanceRecord> records() {
        List<InstanceRecord> records = new ArrayList<>(active.size());
        active.forEach((key, text) -> records.add(RecordText.decode(key, text).record()));
        return records;
    }

    int size() {
        int size = 0;
        for (Map.Entry<String, String> entry : active.entrySet()) {
            size += entry.getKey().length() + entry.getValue().length() + 2;
        }
        return size;
    }

    static boolean hasRoom(int size, String key, String record) {
        return size + key.length() + record.length() + 2 <= ROOM;
    }
}
