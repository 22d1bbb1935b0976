// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A removal that has begun: its plan, and how far it came. What is planned and no longer left is gone, and must stay gone: should it be there
 * again, a host made it again.
 *
 * @param plan what was planned; never changed
 * @param begunAt when it began, on our clock
 * @param left what is still to be removed: the end of the plan's list
 */
public record Removal(CleanupPlan plan, Instant begunAt, List<CleanupPlan.Artefact> left) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if something is left that was never planned, or in another order
     */
    public Removal {
        Objects.requireNonNull(begunAt, "begunAt");
        left = List.copyOf(left);
        List<CleanupPlan.Artefact> planned = plan.artefacts();
        int gone = planned.size() - left.size();
        if (gone < 0 || !planned.subList(gone, planned.size()).equals(left)) {
            throw new IllegalArgumentException("what is left to remove is the end of what was planned");
        }
    }

    /**
     * Returns the beginning of a removal.
     *
     * @param plan the plan
     * @param at when it begins, on our clock
     * @return nothing is removed yet
     */
    public static Removal begin(CleanupPlan plan, Instant at) {
        return new Removal(plan, at, plan.artefacts());
    }

    /**
     * Returns what was removed so far.
     *
     * @return the beginning of the plan's list
     */
    public List<CleanupPlan.Artefact> gone() {
        return plan.artefacts().subList(0, plan.artefacts().size() - left.size());
    }

    /**
     * Tells whether everything in the plan is gone.
     *
     * @return true if nothing is left
     */
    public boolean isDone() {
        return left.isEmpty();
    }

    /**
     * Returns what is removed next.
     *
     * @return the first of what is left
     * @throws java.util.NoSuchElementException if nothing is left
     */
    public CleanupPlan.Artefact next() {
        return left.iterator().next();
    }

    /**
     * Returns this removal one artefact further.
     *
     * @return a copy
     */
    public Removal further() {
        return new Removal(plan, begunAt, left.subList(1, left.size()));
    }
}
