// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a command pass that a verdict or a force allows, and refuses it otherwise. */
final class Gate {
    private Gate() {}

    /** The refusal of a verdict that nothing overrides, or null if the command may go on. */
    static @Nullable Transition refusal(Verdict verdict, @Nullable Force force, @Nullable ObservedHub observed) {
        if (verdict.isReady()) {
            return null;
        }
        boolean unknown = verdict instanceof Verdict.Unknown;
        if (force != null && (!unknown || (force.acceptUnknown() && !verdict.isInDoubt()))) {
            return null;
        }
        Refusal refusal = unknown
                ? Refusal.of(
                        ErrorCode.UNKNOWN_READINESS, first(verdict.basis().reasons()), "see the reasons of the verdict")
                : Refusal.of(ErrorCode.NOT_READY, first(verdict.basis().blockers()), "see the blockers of the verdict");
        return new Transition.Rejected(refusal, next(verdict, observed), verdict, null);
    }

    /** The same for a slot that is to be stopped: what still runs must end there, so the caller starts it again, unless only its host is late. */
    static @Nullable Transition refusalWhileStopped(
            Verdict verdict, @Nullable Force force, @Nullable ObservedHub observed) {
        Transition refusal = refusal(verdict, force, observed);
        if (!(refusal instanceof Transition.Rejected rejected) || rejected.next() == Next.VERIFY) {
            return refusal;
        }
        boolean onlyHosts = verdict.basis().reasons().isEmpty()
                && verdict.basis().blockers().stream().allMatch(b -> b.code() == BlockerCode.HOST_ACTIVE);
        return new Transition.Rejected(rejected.refusal(), onlyHosts ? Next.STOP_SLOT : Next.START_SLOT, verdict, null);
    }

    private static String first(List<? extends Finding> findings) {
        return findings.get(0).message();
    }

    /** What a caller does about a verdict that is not READY. */
    static Next next(Verdict verdict, @Nullable ObservedHub observed) {
        boolean verify = verdict.isInDoubt()
                || (observed != null
                        && verdict.basis().blockers().stream()
                                .anyMatch(b -> b.code() == BlockerCode.STILL_ROUTED
                                        && b.taskHub().equals(observed.hub())));
        return verify ? Next.VERIFY : Next.NOTHING;
    }

    /** The trace that a force leaves, or null if it was not needed. */
    static @Nullable ForceMark mark(Verdict verdict, @Nullable Force force, Instant now) {
        return verdict.isReady() || force == null ? null : new ForceMark(force.reason(), force.by(), now);
    }

    /** Puts the trace of a force on every release that was not READY. */
    static void mark(Draft draft, Verdict verdict, Set<TaskHubName> judged, @Nullable ForceMark mark) {
        if (mark == null) {
            return;
        }
        List<Finding> against = new ArrayList<>(verdict.basis().blockers());
        against.addAll(verdict.basis().reasons());
        for (TaskHubName hub : judged) {
            if (against.stream()
                    .anyMatch(f -> f.taskHub() == null || f.taskHub().equals(hub))) {
                draft.change(hub, release -> release.forcedBy(mark));
            }
        }
    }
}
