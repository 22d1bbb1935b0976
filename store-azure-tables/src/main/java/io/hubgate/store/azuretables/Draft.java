// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.tracking.InstanceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transaction of one partition in the making: the next summary, and rows under its condition. Belongs to one thread. */
final class Draft {
    /** What the service takes at once. */
    private static final int MOST_CHANGES = 100;

    static final String INSTANCE = "i!";
    static final String INDEX = "a!";
    private static final String RECORD = "R";

    private final String partition;
    private final Summary before;
    private final String writeId;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, String> active;
    private int size;
    private Tally tally;
    private String mark;

    Draft(String partition, Summary before, Tally tally, String writeId) {
        this.partition = partition;
        this.before = before;
        this.tally = tally;
        this.writeId = writeId;
        this.active = new LinkedHashMap<>(before.active());
        this.size = before.size();
        this.mark = before.mark();
    }

    /** Tells whether another instance is sure to fit: it takes two rows at most, and the summary one. */
    boolean hasRoom() {
        return changes.size() + 3 <= MOST_CHANGES;
    }

    /**
     * Adds a write of an instance.
     *
     * @param seen where it stood and the ETag of its row, or null if it shall be new
     * @return where it will stand, and the place of its row among the changes
     */
    Placed put(InstanceRecord record, @Nullable Seen seen) {
        Placing stood = seen == null ? null : seen.placing();
        tally = tally.changed(stood, record);
        return place(record, seen);
    }

    /** Adds a row as {@link #put} does, without counting it. */
    Placed place(InstanceRecord record, @Nullable Seen seen) {
        String key = Keys.of(record.id());
        Placing stood = seen == null ? null : seen.placing();
        Placing placing = record.isActive() ? placeActive(key, record, stood) : Placing.ofFinished(record);
        TableEntity row = row(INSTANCE + key, new RecordText(record, placing, writeId).encode());
        int index = 1 + changes.size();
        changes.add(seen == null ? Change.create(row) : Change.replace(row, seen.etag()));
        index(key, record, stood, placing);
        return new Placed(placing, index);
    }

    private Placing placeActive(String key, InstanceRecord record, @Nullable Placing stood) {
        if (stood == Placing.ROW) {
            return Placing.ROW;
        }
        String text = new RecordText(record, Placing.INLINE, "").encode();
        remove(key);
        if (!Summary.hasRoom(size, key, text)) {
            return Placing.ROW;
        }
        active.put(key, text);
        size += key.length() + text.length() + 2;
        return Placing.INLINE;
    }

    private void remove(String key) {
        String old = active.remove(key);
        if (old != null) {
            size -= key.length() + old.length() + 2;
        }
    }

    private void index(String key, InstanceRecord record, @Nullable Placing stood, Placing placing) {
        if (placing != Placing.INLINE) {
            remove(key);
        }
        if (placing == Placing.ROW) {
            TableEntity entry = row(INDEX + key, new RecordText(record, placing, writeId).encode());
            changes.add(stood == Placing.ROW ? Change.replaceUnder(entry) : Change.create(entry));
        } else if (stood == Placing.ROW) {
            changes.add(Change.deleteUnder(new TableEntity(partition, INDEX + key)));
        }
    }

    private TableEntity row(String key, String record) {
        return new TableEntity(partition, key)
                .addProperty(Formats.PROPERTY, io.hubgate.format.FormatNumber.OLDEST.value())
                .addProperty(RECORD, record);
    }

    static RecordText record(TableEntity row) {
        return RecordText.decode(row.getRowKey().substring(INSTANCE.length()), Formats.text(row, RECORD));
    }

    void cut() {
        tally = tally.cut();
    }

    void mark(String where) {
        mark = where;
    }

    Summary summary() {
        return new Summary(before.etag(), writeId, tally, active, mark);
    }

    /** All changes; the first is that of the summary, so that a stale writer learns at once that it is one. */
    List<Change> changes() {
        List<Change> all = new ArrayList<>(changes.size() + 1);
        all.add(summary().change(partition));
        all.addAll(changes);
        return all;
    }

    /** Where an instance stood, and the ETag of its row. */
    record Seen(Placing placing, String etag) {}

    /** Where an instance will stand, and which change is its row's. */
    record Placed(Placing placing, int index) {}
}
