// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.CleanupAnswer;
import io.hubgate.CleanupRequest;
import io.hubgate.Hubgate;
import io.hubgate.SlotStatus;
import io.hubgate.StatusQuery;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.Options;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.inmemory.InMemoryAppStore;
import io.hubgate.store.inmemory.InMemoryInstanceStore;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Hubgate over the stores in memory, with a clock that a test moves and calls in a test's words. */
final class Embedded {
    static final AppName ORDERS = new AppName("orders");
    static final Actor PIPELINE = Actor.of("orders-cd");

    final TestClock clock = new TestClock();
    final InMemoryAppStore apps = new InMemoryAppStore();
    final InMemoryInstanceStore instances = InMemoryInstanceStore.create();
    final Hubgate hubgate = Hubgate.builder(apps, instances).clock(clock).build();

    static TaskHubName hub(String name) {
        return new TaskHubName(name);
    }

    Answer declareEmpty() {
        return hubgate.execute(new Command.Declare(ORDERS, Map.of(), Options.NONE), PIPELINE);
    }

    Answer declare(String production, String staging) {
        Options options = Options.NONE.because("it is so");
        return hubgate.execute(
                new Command.Declare(
                        ORDERS,
                        Map.of(
                                SlotName.PRODUCTION,
                                Optional.of(production)
                                        .filter(p -> !p.isEmpty())
                                        .map(TaskHubName::new),
                                SlotName.STAGING,
                                Optional.of(staging).filter(p -> !p.isEmpty()).map(TaskHubName::new)),
                        options),
                PIPELINE);
    }

    Answer stage(String hub) {
        return stage(hub, Options.NONE);
    }

    Answer stage(String hub, Options options) {
        return hubgate.execute(new Command.Stage(ORDERS, SlotName.STAGING, hub(hub), null, false, options), PIPELINE);
    }

    Answer swap(String hub) {
        return hubgate.execute(new Command.Swap(ORDERS, SlotName.STAGING, hub(hub), Options.NONE), PIPELINE);
    }

    Answer confirm(String hub) {
        return hubgate.execute(new Command.Confirm(ORDERS, hub(hub), Options.NONE), PIPELINE);
    }

    SlotStatus status() {
        return hubgate.status(StatusQuery.of(ORDERS, SlotName.STAGING));
    }

    CleanupAnswer.Done cleanup(String live) {
        return (CleanupAnswer.Done) hubgate.cleanup(CleanupRequest.of(ORDERS, hub(live)), PIPELINE);
    }

    /** Publishes one event, a second after the last: at equal times the busy one of two events wins. */
    void event(String hub, String instance, RuntimeStatus status) {
        clock.forward(Duration.ofSeconds(1));
        LifecycleEvent event = new LifecycleEvent(
                hub(hub), new InstanceId(instance), new OrchestratorName("PlaceOrder"), status, clock.instant(), "");
        hubgate.take(List.of(new IncomingEvent.Parsed(event)), Duration.ofSeconds(5));
    }

    void release(String hub) {
        assertThat(stage(hub).next()).isEqualTo(Next.DEPLOY);
        assertThat(swap(hub).next()).isEqualTo(Next.SWAP_SLOTS);
        assertThat(confirm(hub)).isInstanceOf(Answer.Accepted.class);
    }
}
