// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.LogHead;

/** What came of looking at a piece of an app's decision log. */
public sealed interface ChainReport {
    /**
     * Every decision of the piece is what was once logged, and none is missing in it.
     *
     * @param rest the head of what is older than the piece: the expected end of the next page, {@link LogHead#EMPTY} when all was seen
     */
    record Intact(LogHead rest) implements ChainReport {
        /**
         * Tells whether the piece reached the beginning of the log.
         *
         * @return true if nothing older exists
         */
        public boolean isWhole() {
            return rest.equals(LogHead.EMPTY);
        }
    }

    /**
     * The log is not what was once logged. Newer decisions are sound; of older ones nothing is proved.
     *
     * @param sequence the number of the decision at which it breaks
     * @param fault how it breaks
     */
    record Broken(long sequence, Fault fault) implements ChainReport {}

    /** How a log breaks. */
    enum Fault {
        /** The decision is not in its place, nor elsewhere in the piece. */
        MISSING,
        /** The decision is there, in another place. */
        REORDERED,
        /** The bytes are not those whose hash was kept. */
        TAMPERED,
        /** A decision stands there after the end, or before the beginning, of the log. */
        SURPLUS
    }
}
