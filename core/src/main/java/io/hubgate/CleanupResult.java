// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import io.hubgate.taskhub.Removal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one hub in a clean-up (rule P-13).
 *
 * @param taskHub the hub
 * @param outcome what became of it
 * @param scope what is removed
 * @param verdict the verdict that it stands on, or null if a removal went on that was allowed before
 * @param removes what is removed, in words
 * @param leaves what stays, in words
 * @param removal the plan with how far it came, or null if none was made: the hub is kept, or the scope is {@code TRACKING}
 * @param failure why it is not removed yet, or null
 * @param code the stable code of the failure, or null if it has none
 */
public record CleanupResult(
        TaskHubName taskHub,
        Outcome outcome,
        CleanupScope scope,
        @Nullable Verdict verdict,
        List<String> removes,
        List<String> leaves,
        @Nullable Removal removal,
        @Nullable String failure,
        @Nullable FailureCode code) {
    /** Copies the lists. */
    public CleanupResult {
        Objects.requireNonNull(taskHub, "taskHub");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(scope, "scope");
        removes = List.copyOf(removes);
        leaves = List.copyOf(leaves);
    }

    /** What can become of a hub. */
    public enum Outcome {
        /** It is removed. */
        REMOVED,
        /** Its removal has begun; call again. */
        REMOVING,
        /** It stays, for the blockers or reasons of its verdict. */
        KEPT,
        /** Its removal failed; call again. */
        FAILED,
        /** It would be removed. */
        PLANNED
    }

    /** The stable codes of a removal that failed. */
    public enum FailureCode {
        /** The hub shows life after its removal had begun: the removal was given up, and the release is retired again. */
        HUB_RESURRECTED
    }

    /** The same with a verdict. */
    CleanupResult judged(Verdict judgement) {
        return new CleanupResult(taskHub, outcome, scope, judgement, removes, leaves, removal, failure, code);
    }

    /** The same with a reason. */
    CleanupResult because(@Nullable String why) {
        return new CleanupResult(taskHub, outcome, scope, verdict, removes, leaves, removal, why, code);
    }

    /** The same with a plan. */
    CleanupResult planned(@Nullable Removal plan) {
        return new CleanupResult(taskHub, outcome, scope, verdict, removes, leaves, plan, failure, code);
    }

    /** The same as a failure with a code. */
    CleanupResult failed(FailureCode why) {
        return new CleanupResult(taskHub, outcome, scope, verdict, removes, leaves, removal, failure, why);
    }
}
