// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.format.FormatNumber;
import io.hubgate.format.UnreadableDocumentException;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.tracking.InstanceRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance as one text: format number, place, write, status, times, names. One property a row instead of ten is what makes rows cheap; times
 * are ISO texts, so nothing of their precision is lost.
 */
record RecordText(InstanceRecord record, Placing placing, String writeId) {
    private static final int FIELDS = 11;

    /** Returns the text; of a finished instance without function and reason, which the contract lets a store forget. */
    String encode() {
        boolean active = record.isActive();
        InstanceId id = record.id();
        return FormatNumber.OLDEST
                + "|" + placing.letter
                + "|" + writeId
                + "|" + Keys.escape(record.status().word())
                + "|" + record.since()
                + "|" + (active ? Keys.escape(record.function().value()) : "")
                + "|" + (active ? Keys.escape(record.reason()) : "")
                + "|" + text(record.firstSeen())
                + "|" + text(record.lastTerminal())
                + "|" + record.receivedAt()
                + "|" + (Keys.idOf(Keys.of(id)) == null ? Keys.escape(id.value()) : "");
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    /** Reads what {@link #encode} wrote for the instance of a key. */
    static RecordText decode(String key, String text) {
        List<String> fields = List.of(text.split("\\|", -1));
        Formats.check(fields.get(0));
        if (fields.size() != FIELDS || fields.get(1).length() != 1) {
            throw new UnreadableDocumentException("an instance's row has " + fields.size() + " fields");
        }
        InstanceId known = Keys.idOf(key);
        try {
            InstanceRecord record = new InstanceRecord(
                    known != null ? known : new InstanceId(Keys.unescape(fields.get(10))),
                    RuntimeStatus.of(Keys.unescape(fields.get(3))),
                    Instant.parse(fields.get(4)),
                    new OrchestratorName(Keys.unescape(fields.get(5))),
                    Keys.unescape(fields.get(6)),
                    time(fields.get(7)),
                    time(fields.get(8)),
                    Instant.parse(fields.get(9)));
            return new RecordText(record, Placing.of(fields.get(1).charAt(0)), fields.get(2));
        } catch (DateTimeException e) {
            throw new UnreadableDocumentException("an instance's row has a time that is none", e);
        }
    }

    static @Nullable Instant time(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
