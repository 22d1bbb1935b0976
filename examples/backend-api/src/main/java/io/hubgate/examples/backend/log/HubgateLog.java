// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.log;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Text;
import io.hubgate.observe.HubgateListener;
import io.hubgate.tracking.LifecycleEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line for each decision and refusal, and for what an operator should look at. */
public final class HubgateLog implements HubgateListener {
    private static final Logger LOG = LoggerFactory.getLogger("hubgate");

    /** Creates a log. */
    public HubgateLog() {}

    @Override
    public void decided(App app, Decision decision) {
        LOG.info(
                "{}: decision {} by {}: {}",
                app.name(),
                decision.sequence(),
                decision.actor(),
                Text.escaped(decision.summary()));
    }

    @Override
    public void refused(App app, JournalEntry refusal) {
        LOG.info(
                "{}: refused {} of {}: {} ({})",
                app.name(),
                refusal.command(),
                refusal.actor(),
                refusal.message(),
                refusal.code());
    }

    @Override
    public void eventQuarantined(@Nullable TaskHubName hub, String reason) {
        LOG.warn("an event of {} was put aside: {}", hub == null ? "an unreadable hub" : hub, Text.shown(reason));
    }

    @Override
    public void lateStart(LifecycleEvent event) {
        LOG.warn(
                "{} still runs in {}, whose data is removed: {}",
                Text.shown(event.function().value()),
                event.hub(),
                Text.shown(event.instance().value()));
    }
}
