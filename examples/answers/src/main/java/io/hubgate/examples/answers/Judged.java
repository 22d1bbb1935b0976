// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.answers;

import io.hubgate.deployment.App;
import io.hubgate.deployment.ForceMark;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import io.hubgate.readiness.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A verdict and what it is about.
 *
 * @param app the app, or null for a hub that no app owns
 * @param token the token of the app's record, or null without an app
 * @param slot the slot, or null for a hub that no slot records
 * @param taskHub the hub that is recorded, or null for an empty slot
 * @param phase the phase of its release, or null
 * @param verdict the verdict
 * @param next what the caller does next
 * @param forced the latest force that still shows, or null
 * @param enforced whether what is not READY is refused, as the app's policy says
 */
public record Judged(
        @Nullable AppName app,
        @Nullable Token token,
        @Nullable SlotName slot,
        @Nullable TaskHubName taskHub,
        @Nullable ReleasePhase phase,
        Verdict verdict,
        Next next,
        @Nullable ForceMark forced,
        boolean enforced) {
    /**
     * Returns a verdict on a slot.
     *
     * @param app the record
     * @param slot the slot
     * @param verdict the verdict
     * @param next what the caller does next
     * @param forced the latest force that still shows, or null
     * @return the verdict with what it is about
     */
    public static Judged slot(App app, SlotName slot, Verdict verdict, Next next, @Nullable ForceMark forced) {
        TaskHubName recorded = app.slot(slot).map(s -> s.recorded()).orElse(null);
        return new Judged(
                app.name(),
                app.token(),
                slot,
                recorded,
                app.phaseOf(recorded),
                verdict,
                next,
                forced,
                app.rules().policy().isEnforced());
    }

    /**
     * Returns a verdict on a hub.
     *
     * @param app the record of the app that owns it, or null
     * @param hub the hub
     * @param slot the slot that records it, or null
     * @param verdict the verdict
     * @return the verdict with what it is about
     */
    public static Judged hub(@Nullable App app, TaskHubName hub, @Nullable SlotName slot, Verdict verdict) {
        return new Judged(
                app == null ? null : app.name(),
                app == null ? null : app.token(),
                slot,
                hub,
                app == null ? null : app.phaseOf(hub),
                verdict,
                Next.NOTHING,
                null,
                app == null || app.rules().policy().isEnforced());
    }
}
