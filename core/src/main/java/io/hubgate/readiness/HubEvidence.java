// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a hub by its own storage.
 *
 * @param inspection what came of looking at it
 * @param memory what is kept of earlier looks, not of this one
 */
public record HubEvidence(Inspection inspection, HubMemory memory) {
    /** The source by which an answer names this kind of evidence. */
    public static final String SOURCE = "task-hub";

    /** Checks that both exist. */
    public HubEvidence {
        Objects.requireNonNull(inspection, "inspection");
        Objects.requireNonNull(memory, "memory");
    }

    /** What was seen, or null if nothing could be. */
    @Nullable
    HubLook look() {
        return inspection instanceof HubLook look ? look : null;
    }

    /** Why nothing could be seen, or null. */
    @Nullable
    FailedLook failure() {
        return inspection instanceof FailedLook failed ? failed : null;
    }
}
