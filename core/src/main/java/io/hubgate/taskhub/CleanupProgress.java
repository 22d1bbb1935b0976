// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import java.util.List;
import java.util.Objects;

/** How far a removal came. */
public sealed interface CleanupProgress {
    /** Everything in the plan is gone. */
    record Done() implements CleanupProgress {}

    /**
     * The deadline came, or the service still removes something: to be called again.
     *
     * @param left what is left, in order
     */
    record Unfinished(List<CleanupPlan.Artefact> left) implements CleanupProgress {
        /** Copies the list. */
        public Unfinished {
            left = List.copyOf(left);
        }
    }

    /**
     * The hub shows life, so nothing more was removed.
     *
     * @param sign one sentence: what lives
     * @param left what is left, in order
     */
    record Resurrected(String sign, List<CleanupPlan.Artefact> left) implements CleanupProgress {
        /** Copies the list. */
        public Resurrected {
            Objects.requireNonNull(sign, "sign");
            left = List.copyOf(left);
        }
    }
}
