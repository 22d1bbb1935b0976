// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.format.UnreadableDocumentException;
import io.hubgate.tracking.InstanceRecord;

/** Where an instance stands: a row says it, and so does its revision, so that the next write needs no look at what was there. */
enum Placing {
    /** Active, and listed in the summary of its partition. */
    INLINE('A'),
    /** Active, and listed by an index row of its own, because the summary was full. */
    ROW('O'),
    /** Finished, after it had been seen alive. */
    FINISHED('F'),
    /** Finished, and never seen alive. */
    FINISHED_UNSEEN('U');

    final char letter;

    Placing(char letter) {
        this.letter = letter;
    }

    boolean isActive() {
        return this == INLINE || this == ROW;
    }

    static Placing ofFinished(InstanceRecord record) {
        return record.isWithoutStart() ? FINISHED_UNSEEN : FINISHED;
    }

    static Placing of(char letter) {
        for (Placing placing : values()) {
            if (placing.letter == letter) {
                return placing;
            }
        }
        throw new UnreadableDocumentException("an instance stands at '" + (int) letter + "', which is no place");
    }
}
