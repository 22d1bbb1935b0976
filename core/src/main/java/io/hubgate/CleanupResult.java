// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one hub in a clean-up (rule P-13).
 *
 * @param taskHub the hub
 * @param outcome what became of it
 * @param verdict the verdict that it stands on, or null if a removal went on that was allowed before
 * @param removes what is removed, in words
 * @param leaves what stays, in words
 * @param failure why it failed, or null
 */
public record CleanupResult(
        TaskHubName taskHub,
        Outcome outcome,
        @Nullable Verdict verdict,
        List<String> removes,
        List<String> leaves,
        @Nullable String failure) {
    /** Copies the lists. */
    public CleanupResult {
        removes = List.copyOf(removes);
        leaves = List.copyOf(leaves);
    }

    /** What can become of a hub. */
    public enum Outcome {
        /** It is removed. */
        REMOVED,
        /** Its removal has begun; call again. */
        REMOVING,
        /** It stays, for the blockers of its verdict. */
        KEPT,
        /** Its removal failed; call again. */
        FAILED,
        /** It would be removed. */
        PLANNED
    }
}
