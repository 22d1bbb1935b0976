// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.JournalEntry;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stored form of an app's journal of refusals: a short list, newest first, that forgets its end. Thread-safe; never blocks. */
public final class JournalFormat {
    /** How many refusals are kept. */
    public static final int MOST_ENTRIES = 50;

    /** The largest document of a journal: 64 KiB. */
    public static final int LARGEST = 64 * 1024;

    private static final int LONGEST_MESSAGE = 1024;

    private JournalFormat() {}

    /**
     * Encodes the newest entries: at most {@link #MOST_ENTRIES}, and no more than fit into {@link #LARGEST} bytes. A message of more than
     * 1,024 characters ends in an ellipsis. The newest entry always fits.
     *
     * @param newestFirst the entries, the newest first
     * @return the document
     */
    public static Document write(List<JournalEntry> newestFirst) {
        List<JournalEntry> kept = new ArrayList<>();
        int room = LARGEST - bytes(kept).length;
        for (JournalEntry entry : newestFirst.subList(0, Math.min(MOST_ENTRIES, newestFirst.size()))) {
            room -= sizeOf(entry);
            if (room < 0) {
                break;
            }
            kept.add(entry);
        }
        return new Document(bytes(kept));
    }

    /**
     * Decodes a journal.
     *
     * @param document what was stored
     * @return its entries, the newest first
     * @throws UnsupportedFormatException if it is of a newer format
     * @throws ObsoleteFormatException if it is of an older format than is still understood
     * @throws UnreadableDocumentException if it is no journal
     */
    public static List<JournalEntry> read(Document document) {
        return Envelope.read(document, fields -> List.copyOf(fields.objects("entries", JournalFormat::entry)));
    }

    private static byte[] bytes(List<JournalEntry> entries) {
        return Envelope.bytes(fields -> fields.objects("entries", entries, JournalFormat::entry));
    }

    /** What one more entry takes, the comma before it included. */
    private static int sizeOf(JournalEntry entry) {
        return bytes(List.of(entry)).length - bytes(List.of()).length + 1;
    }

    private static void entry(FieldWriter fields, JournalEntry entry) {
        fields.text("at", entry.at(), Instant::toString);
        fields.object("actor", entry.actor(), WhoFields::actor);
        fields.text("command", entry.command());
        fields.object("holder", entry.holder(), WhoFields::holder);
        fields.text("taskHub", entry.taskHub(), TaskHubName::value);
        fields.text("code", entry.code().name());
        fields.text("message", CutText.to(LONGEST_MESSAGE, entry.message()));
    }

    private static JournalEntry entry(FieldReader fields) {
        return new JournalEntry(
                fields.text("at", Instant::parse),
                fields.object("actor", WhoFields::actor),
                fields.text("command", t -> t),
                fields.optionalObject("holder", WhoFields::holder),
                fields.optionalText("taskHub", TaskHubName::new),
                fields.text("code", ErrorCode::valueOf),
                fields.text("message", t -> t));
    }
}
