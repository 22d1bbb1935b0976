// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.ForceMark;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.WarningCode;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about a slot.
 *
 * @param app the record by which it was answered; undeclared if nobody declared the app
 * @param slot the slot
 * @param taskHub the hub that the slot records, or null
 * @param phase the phase of its release, or null
 * @param verdict the verdict
 * @param next what the caller does next
 * @param forced the latest force that overwrote a release which is not deleted, or null
 */
public record SlotStatus(
        App app,
        SlotName slot,
        @Nullable TaskHubName taskHub,
        @Nullable ReleasePhase phase,
        Verdict verdict,
        Next next,
        @Nullable ForceMark forced) {
    /**
     * Tells whether the verdict is enforced, as the app's policy says.
     *
     * @return false if what is not READY is only told
     */
    public boolean isEnforced() {
        return app.rules().policy().isEnforced();
    }

    /**
     * Tells whether a pipeline may go on: the verdict is READY, or the app's policy only observes. A slot that
     * nobody declared, and doubt about what one holds, never pass.
     *
     * @return true if so
     */
    public boolean isGateOpen() {
        return verdict.isReady()
                || (!isEnforced() && !verdict.isInDoubt() && app.slot(slot).isPresent());
    }

    /**
     * Tells whether the answer stands on no observation although the app's policy demands one.
     *
     * @return true if the caller must look first
     */
    public boolean lacksObservation() {
        return app.rules().policy().requireObservation()
                && verdict.basis().warnings().stream().anyMatch(w -> w.code() == WarningCode.UNOBSERVED);
    }
}
