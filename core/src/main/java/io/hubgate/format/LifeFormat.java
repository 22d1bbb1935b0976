// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.readiness.Life;
import io.hubgate.store.Document;
import java.time.Instant;

/** The signs of life of a backend as a document. Whose they are is its key. */
public final class LifeFormat {
    private LifeFormat() {}

    /**
     * Returns a life as it is stored.
     *
     * @param life the life
     * @return its document
     */
    public static Document write(Life life) {
        return Envelope.write(out -> {
            out.text("since", life.since(), Instant::toString);
            out.text("until", life.until(), Instant::toString);
        });
    }

    /**
     * Returns a stored life.
     *
     * @param document its document
     * @return the life
     * @throws UnsupportedFormatException if a newer Hubgate wrote it
     * @throws ObsoleteFormatException if its format is no longer read
     * @throws UnreadableDocumentException if it is no such document
     */
    public static Life read(Document document) {
        return Envelope.read(
                document, in -> new Life(in.text("since", Instant::parse), in.text("until", Instant::parse)));
    }
}
