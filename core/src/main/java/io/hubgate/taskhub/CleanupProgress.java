// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import java.util.Objects;

/** What came of removing one artefact. */
public sealed interface CleanupProgress {
    /** It is gone, by this call or before it. */
    record Removed() implements CleanupProgress {}

    /**
     * Not yet: the deadline came, or the service still removes it. To be called again.
     *
     * @param why one sentence
     */
    record Unfinished(String why) implements CleanupProgress {
        /** Checks that there is a reason. */
        public Unfinished {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * The hub shows life, so it was not removed.
     *
     * @param sign one sentence: what lives
     */
    record Resurrected(String sign) implements CleanupProgress {
        /** Checks that there is a sign. */
        public Resurrected {
            Objects.requireNonNull(sign, "sign");
        }
    }
}
