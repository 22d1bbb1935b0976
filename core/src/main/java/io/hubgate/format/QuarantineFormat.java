// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.model.TaskHubName;
import io.hubgate.store.Document;
import io.hubgate.tracking.QuarantineId;
import io.hubgate.tracking.QuarantinedEvent;
import java.time.Instant;

/** Quarantined events as documents. The id is not in them: it is their key. */
public final class QuarantineFormat {
    private QuarantineFormat() {}

    /**
     * Returns an event as it is stored.
     *
     * @param event the event
     * @return its document
     */
    public static Document write(QuarantinedEvent event) {
        return Envelope.write(out -> {
            out.text("receivedAt", event.receivedAt(), Instant::toString);
            out.text("reason", event.reason());
            out.text("hub", event.hub(), TaskHubName::value);
            out.text("excerpt", event.excerpt());
        });
    }

    /**
     * Returns a stored event.
     *
     * @param id its name
     * @param document its document
     * @return the event
     * @throws UnsupportedFormatException if a newer Hubgate wrote it
     * @throws ObsoleteFormatException if its format is no longer read
     * @throws UnreadableDocumentException if it is no such document
     */
    public static QuarantinedEvent read(QuarantineId id, Document document) {
        return Envelope.read(
                document,
                in -> new QuarantinedEvent(
                        id,
                        in.text("receivedAt", Instant::parse),
                        in.text("reason", text -> text),
                        in.optionalText("hub", TaskHubName::new),
                        in.text("excerpt", text -> text)));
    }
}
