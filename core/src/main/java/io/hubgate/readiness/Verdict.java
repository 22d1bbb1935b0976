// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question at one moment: READY, NOT_READY with at least one blocker, or UNKNOWN with at least one reason (rule R-1).
 * UNKNOWN wins over NOT_READY, which wins over READY, so doubt never turns into permission. Immutable.
 */
public sealed interface Verdict {
    /**
     * Returns what the verdict stands on.
     *
     * @return the basis
     */
    Basis basis();

    /**
     * Returns the word for the outcome: {@code READY}, {@code NOT_READY} or {@code UNKNOWN}.
     *
     * @return the word
     */
    String outcome();

    /**
     * Tells whether the intent may be carried out.
     *
     * @return true for {@link Ready} only
     */
    default boolean isReady() {
        return this instanceof Ready;
    }

    /**
     * Tells whether it is in doubt what the slot holds, which neither a force nor a policy overrides.
     *
     * @return true for a verdict with the reason {@code SWAP_UNCONFIRMED} or {@code SLOT_DIFFERS}
     */
    default boolean isInDoubt() {
        return basis().reasons().stream()
                .anyMatch(reason ->
                        reason.code() == ReasonCode.SWAP_UNCONFIRMED || reason.code() == ReasonCode.SLOT_DIFFERS);
    }

    /** Nothing that was looked at stands against the intent.
     *
     * @param basis what it stands on
     */
    record Ready(Basis basis) implements Verdict {
        /**
         * Checks what the verdict stands on.
         *
         * @throws IllegalArgumentException if something stands against it
         */
        public Ready {
            if (!basis.reasons().isEmpty() || !basis.blockers().isEmpty()) {
                throw new IllegalArgumentException("READY has neither reasons nor blockers");
            }
        }

        @Override
        public String outcome() {
            return "READY";
        }
    }

    /** Something stands against the intent.
     *
     * @param basis what it stands on, with at least one blocker
     */
    record NotReady(Basis basis) implements Verdict {
        /**
         * Checks what the verdict stands on.
         *
         * @throws IllegalArgumentException if there is no blocker, or a reason
         */
        public NotReady {
            if (!basis.reasons().isEmpty() || basis.blockers().isEmpty()) {
                throw new IllegalArgumentException("NOT_READY has blockers and no reasons");
            }
        }

        @Override
        public String outcome() {
            return "NOT_READY";
        }
    }

    /** Nothing can be said.
     *
     * @param basis what it stands on, with at least one reason
     */
    record Unknown(Basis basis) implements Verdict {
        /**
         * Checks what the verdict stands on.
         *
         * @throws IllegalArgumentException if there is no reason
         */
        public Unknown {
            if (basis.reasons().isEmpty()) {
                throw new IllegalArgumentException("UNKNOWN has reasons");
            }
        }

        @Override
        public String outcome() {
            return "UNKNOWN";
        }
    }

    /**
     * What a verdict stands on.
     *
     * @param intent what was asked
     * @param checkedAt the moment of the verdict
     * @param confidence on what kind of evidence, or null if there was nothing to look at
     * @param blockers what stands against READY
     * @param reasons why nothing can be said
     * @param warnings what else a caller should know
     * @param evidence what each source said
     */
    record Basis(
            Intent intent,
            Instant checkedAt,
            @Nullable Confidence confidence,
            List<Blocker> blockers,
            List<Reason> reasons,
            List<Warning> warnings,
            List<Evidence> evidence) {
        /** Copies the lists. */
        public Basis {
            Objects.requireNonNull(intent, "intent");
            blockers = List.copyOf(blockers);
            reasons = List.copyOf(reasons);
            warnings = List.copyOf(warnings);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Returns the verdict that findings amount to.
     *
     * @param intent what was asked
     * @param checkedAt the moment
     * @param confidence on what kind of evidence, or null if there was nothing to look at
     * @param findings what the rules found, in any order
     * @param evidence what each source said
     * @return the verdict
     */
    static Verdict of(
            Intent intent,
            Instant checkedAt,
            @Nullable Confidence confidence,
            List<? extends Finding> findings,
            List<Evidence> evidence) {
        List<Blocker> blockers = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding instanceof Blocker blocker) {
                blockers.add(blocker);
            } else if (finding instanceof Reason reason) {
                reasons.add(reason);
            } else if (finding instanceof Warning warning) {
                warnings.add(warning);
            }
        }
        return of(new Basis(intent, checkedAt, confidence, blockers, reasons, warnings, evidence));
    }

    private static Verdict of(Basis basis) {
        if (!basis.reasons().isEmpty()) {
            return new Unknown(basis);
        }
        return basis.blockers().isEmpty() ? new Ready(basis) : new NotReady(basis);
    }
}
