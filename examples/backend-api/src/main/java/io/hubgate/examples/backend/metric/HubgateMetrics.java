// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.metric;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.error.HubgateException;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.observe.BatchCommitted;
import io.hubgate.observe.HubgateListener;
import io.hubgate.readiness.Verdict;
import io.hubgate.tracking.LifecycleEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what Hubgate tells. Labels are words of Hubgate's own, never names from outside. */
final class HubgateMetrics implements HubgateListener {
    private final MeterRegistry registry;

    HubgateMetrics(MeterRegistry registry) {
        this.registry = registry;
        events("accepted").increment(0);
        events("ignored").increment(0);
        events("quarantined").increment(0);
        deliveries("taken").increment(0);
        deliveries("failed").increment(0);
    }

    @Override
    public void deliveryTaken(int accepted, int ignored, int quarantined) {
        deliveries("taken").increment();
        events("accepted").increment(accepted);
        events("ignored").increment(ignored);
        events("quarantined").increment(quarantined);
    }

    @Override
    public void deliveryFailed(int events, HubgateException cause) {
        deliveries("failed").increment();
    }

    @Override
    public void batchCommitted(BatchCommitted batch) {
        counter("hubgate.batches", "batches of group commit").increment();
        counter("hubgate.batch.events", "events in batches of group commit").increment(batch.events());
        counter("hubgate.batch.duplicates", "events that said nothing new").increment(batch.duplicates());
        counter("hubgate.batch.lost.races", "writes of instances that were made again")
                .increment(batch.lostRaces());
    }

    @Override
    public void lateStart(LifecycleEvent event) {
        counter("hubgate.late.starts", "events of hubs whose data is removed").increment();
    }

    @Override
    public void judged(App app, SlotName slot, Verdict verdict) {
        Counter.builder("hubgate.verdicts")
                .description("verdicts by outcome and intent")
                .tag("outcome", verdict.outcome())
                .tag("intent", verdict.basis().intent().name())
                .register(registry)
                .increment();
    }

    @Override
    public void decided(App app, Decision decision) {
        Counter.builder("hubgate.decisions")
                .description("recorded decisions by command")
                .tag("command", decision.command())
                .tag("forced", Boolean.toString(decision.force() != null))
                .register(registry)
                .increment();
    }

    @Override
    public void refused(App app, JournalEntry refusal) {
        Counter.builder("hubgate.refusals")
                .description("refused commands by command and code")
                .tag("command", refusal.command())
                .tag("code", refusal.code().name())
                .register(registry)
                .increment();
    }

    @Override
    public void raceLost(AppName app) {
        counter("hubgate.lost.races", "commands that were decided again because another came first")
                .increment();
    }

    private Counter events(String kind) {
        return Counter.builder("hubgate.events")
                .description("events of deliveries that were taken, by what became of them")
                .tag("kind", kind)
                .register(registry);
    }

    private Counter deliveries(String outcome) {
        return Counter.builder("hubgate.deliveries")
                .description("deliveries of events by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
