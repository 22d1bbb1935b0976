// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.error.HubgateException;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.observe.BatchCommitted;
import io.hubgate.observe.HubgateListener;
import io.hubgate.readiness.Verdict;
import io.hubgate.tracking.LifecycleEvent;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes what Hubgate tells on to several listeners. */
final class HubgateListeners implements HubgateListener {
    private final List<HubgateListener> all;

    HubgateListeners(HubgateListener... all) {
        this.all = List.of(all);
    }

    private void each(Consumer<HubgateListener> call) {
        all.forEach(call);
    }

    @Override
    public void deliveryTaken(int accepted, int ignored, int quarantined) {
        each(listener -> listener.deliveryTaken(accepted, ignored, quarantined));
    }

    @Override
    public void deliveryFailed(int events, HubgateException cause) {
        each(listener -> listener.deliveryFailed(events, cause));
    }

    @Override
    public void batchCommitted(BatchCommitted batch) {
        each(listener -> listener.batchCommitted(batch));
    }

    @Override
    public void eventQuarantined(@Nullable TaskHubName hub, String reason) {
        each(listener -> listener.eventQuarantined(hub, reason));
    }

    @Override
    public void lateStart(LifecycleEvent event) {
        each(listener -> listener.lateStart(event));
    }

    @Override
    public void judged(App app, SlotName slot, Verdict verdict) {
        each(listener -> listener.judged(app, slot, verdict));
    }

    @Override
    public void decided(App app, Decision decision) {
        each(listener -> listener.decided(app, decision));
    }

    @Override
    public void refused(App app, JournalEntry refusal) {
        each(listener -> listener.refused(app, refusal));
    }

    @Override
    public void raceLost(AppName app) {
        each(listener -> listener.raceLost(app));
    }
}
