// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.observe;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.error.HubgateException;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import io.hubgate.tracking.LifecycleEvent;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands between Hubgate and a listener that may throw. It logs the first exception only: a broken counter would flood the log. */
final class GuardedListener implements HubgateListener {
    private static final Logger LOG = LoggerFactory.getLogger(HubgateListener.class);

    private final HubgateListener listener;
    private final AtomicBoolean logged = new AtomicBoolean();

    GuardedListener(HubgateListener listener) {
        this.listener = listener;
    }

    @Override
    public void deliveryTaken(int accepted, int ignored, int quarantined) {
        guard(() -> listener.deliveryTaken(accepted, ignored, quarantined));
    }

    @Override
    public void deliveryFailed(int events, HubgateException cause) {
        guard(() -> listener.deliveryFailed(events, cause));
    }

    @Override
    public void batchCommitted(BatchCommitted batch) {
        guard(() -> listener.batchCommitted(batch));
    }

    @Override
    public void eventQuarantined(@Nullable TaskHubName hub, String reason) {
        guard(() -> listener.eventQuarantined(hub, reason));
    }

    @Override
    public void lateStart(LifecycleEvent event) {
        guard(() -> listener.lateStart(event));
    }

    @Override
    public void judged(App app, SlotName slot, Verdict verdict) {
        guard(() -> listener.judged(app, slot, verdict));
    }

    @Override
    public void decided(App app, Decision decision) {
        guard(() -> listener.decided(app, decision));
    }

    @Override
    public void refused(App app, JournalEntry refusal) {
        guard(() -> listener.refused(app, refusal));
    }

    @Override
    public void raceLost(AppName app) {
        guard(() -> listener.raceLost(app));
    }

    private void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            if (logged.compareAndSet(false, true)) {
                LOG.warn("a listener threw; this and what it throws from now on is ignored", e);
            }
        }
    }
}
