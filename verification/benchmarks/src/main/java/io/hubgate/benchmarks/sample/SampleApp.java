// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.sample;

import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.StatusQuery;
import io.hubgate.delivery.CommitLimits;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Options;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.TrackedHub;
import io.hubgate.store.inmemory.InMemoryAppStore;
import io.hubgate.store.inmemory.InMemoryInstanceStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A declared app over stores in memory; its staging slot holds the hub that the sample events name. Thread-safe. */
public final class SampleApp {
    /** The hub that the events name. */
    public static final TaskHubName HUB = new TaskHubName("orders417");

    private static final long MOST_INSTANCES = 5_000_000;
    private static final AppName ORDERS = new AppName("orders-prod-weu");
    private static final StatusQuery QUESTION = StatusQuery.of(ORDERS, SlotName.STAGING);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final InstanceStore instances =
            InMemoryInstanceStore.builder().maxInstances(MOST_INSTANCES).build();
    private final Hubgate hubgate;

    /** Declares the app, with the limits of a Hubgate that nobody set up otherwise. */
    public SampleApp() {
        this(CommitLimits.DEFAULT);
    }

    /**
     * Declares the app.
     *
     * @param limits how much memory the taking of events may use
     */
    public SampleApp(CommitLimits limits) {
        hubgate = Hubgate.builder(new InMemoryAppStore(), instances)
                .limits(limits)
                .build();
        Map<SlotName, Optional<TaskHubName>> slots = Map.of(
                SlotName.PRODUCTION, Optional.of(new TaskHubName("orders418")),
                SlotName.STAGING, Optional.of(HUB));
        Answer answer = hubgate.execute(new Command.Declare(ORDERS, slots, Options.NONE), Actor.of("benchmark"));
        if (!(answer instanceof Answer.Accepted)) {
            throw new IllegalStateException("the app was not declared: " + answer);
        }
    }

    /**
     * Takes deliveries, one after the other.
     *
     * @param deliveries what a parser made of each
     * @return how many events were accepted
     */
    public int take(List<List<IncomingEvent>> deliveries) {
        int accepted = 0;
        for (List<IncomingEvent> delivery : deliveries) {
            accepted += hubgate.take(delivery, PATIENCE).accepted();
        }
        return accepted;
    }

    /**
     * Asks whether the slot may be overwritten.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return hubgate.status(QUESTION).verdict();
    }

    /**
     * Returns how many instances of the hub are active.
     *
     * @return the number
     */
    public int active() {
        return instances
                .read(HUB, Deadline.in(PATIENCE, InstantSource.system()))
                .map(TrackedHub::active)
                .map(List::size)
                .orElse(0);
    }
}
