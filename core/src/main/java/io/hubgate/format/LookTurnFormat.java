// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.store.Document;
import io.hubgate.taskhub.LookTurn;
import java.time.Instant;

/** The stored form of a turn to look at a hub. At which hub is its key. Thread-safe; never blocks. */
public final class LookTurnFormat {
    private LookTurnFormat() {}

    /**
     * Encodes a turn.
     *
     * @param turn the turn
     * @return its document
     */
    public static Document write(LookTurn turn) {
        return Envelope.write(fields -> {
            fields.text("owner", turn.owner());
            fields.text("until", turn.until(), Instant::toString);
        });
    }

    /**
     * Decodes a turn.
     *
     * @param document what was stored
     * @return the turn
     * @throws UnsupportedFormatException if it is of a newer format
     * @throws ObsoleteFormatException if it is of an older format than is still understood
     * @throws UnreadableDocumentException if it is no turn
     */
    public static LookTurn read(Document document) {
        return Envelope.read(
                document, fields -> new LookTurn(fields.text("owner", t -> t), fields.text("until", Instant::parse)));
    }
}
