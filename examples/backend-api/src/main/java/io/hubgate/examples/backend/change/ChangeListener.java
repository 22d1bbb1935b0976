// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.change;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.observe.BatchCommitted;
import io.hubgate.observe.HubgateListener;
import io.hubgate.readiness.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Hubgate tells into changes. It learns from the records it sees which app a hub belongs to; a hub that it has not seen yet may
 * be anybody's.
 */
public final class ChangeListener implements HubgateListener {
    private static final int MOST_HUBS = 100_000;

    private final Changes changes;
    private final Map<TaskHubName, AppName> owners = new ConcurrentHashMap<>();

    /**
     * Creates a listener.
     *
     * @param changes whom to tell
     */
    public ChangeListener(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void decided(App app, Decision decision) {
        learn(app);
        changes.publish(Change.of(app.name()));
    }

    @Override
    public void refused(App app, JournalEntry entry) {
        learn(app);
        changes.publish(Change.of(app.name()));
    }

    @Override
    public void judged(App app, SlotName slot, Verdict verdict) {
        learn(app);
    }

    @Override
    public void deliveryTaken(int accepted, int ignored, int quarantined) {
        changes.publish(Change.ofEvents(accepted, ignored, quarantined));
    }

    @Override
    public void batchCommitted(BatchCommitted batch) {
        if (batch.written() > 0) {
            changes.publish(ofHub(batch.hub()));
        }
    }

    @Override
    public void eventQuarantined(@Nullable TaskHubName hub, String reason) {
        changes.publish(hub == null ? Change.ofAllApps() : ofHub(hub));
    }

    private Change ofHub(TaskHubName hub) {
        AppName owner = owners.get(hub);
        return owner == null ? Change.ofAllApps() : Change.of(owner);
    }

    private void learn(App app) {
        app.releases().forEach(release -> {
            if (owners.size() < MOST_HUBS) {
                owners.putIfAbsent(release.taskHub(), app.name());
            }
        });
    }
}
