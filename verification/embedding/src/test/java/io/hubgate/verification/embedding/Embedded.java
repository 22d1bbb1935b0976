// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.CleanupAnswer;
import io.hubgate.CleanupRequest;
import io.hubgate.Hubgate;
import io.hubgate.HubgateBuilder;
import io.hubgate.SlotStatus;
import io.hubgate.StatusQuery;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.Options;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.inmemory.InMemoryAppStore;
import io.hubgate.store.inmemory.InMemoryInstanceStore;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A Hubgate over the stores in memory, with a clock that a test moves, a line that it disturbs, and calls in a test's words. */
final class Embedded {
    static final AppName ORDERS = new AppName("orders");
    static final Actor PIPELINE = Actor.of("orders-cd");
    static final Duration SETTLED = Duration.ofMinutes(3);

    final TestClock clock = new TestClock();
    final Line line = new Line();
    final InMemoryAppStore apps;
    final InMemoryInstanceStore instances;
    private final UnaryOperator<HubgateBuilder> settings;
    Hubgate hubgate;

    Embedded() {
        this(builder -> builder);
    }

    Embedded(UnaryOperator<HubgateBuilder> settings) {
        this(settings, new InMemoryAppStore(), InMemoryInstanceStore.create());
    }

    private Embedded(UnaryOperator<HubgateBuilder> settings, InMemoryAppStore apps, InMemoryInstanceStore instances) {
        this.settings = settings;
        this.apps = apps;
        this.instances = instances;
        this.hubgate = another();
    }

    /** A world of its own that begins as this one is now. */
    Embedded copy() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(5), clock);
        Embedded copy = new Embedded(
                settings,
                new InMemoryAppStore(apps.snapshot(deadline)),
                InMemoryInstanceStore.builder()
                        .restoring(instances.snapshot(deadline))
                        .build());
        copy.clock.forward(Duration.between(copy.clock.instant(), clock.instant()));
        return copy;
    }

    /** One more Hubgate over the same stores: another backend, or this one after a restart. */
    Hubgate another() {
        DistantAppStore distantApps = new DistantAppStore(apps, line);
        DistantInstanceStore distantInstances = new DistantInstanceStore(instances, line);
        return settings.apply(Hubgate.builder(distantApps, distantInstances).clock(clock))
                .build();
    }

    /** The process is started again; what it had only in memory is gone. */
    void restart() {
        line.clear();
        hubgate = another();
    }

    static TaskHubName hub(String name) {
        return new TaskHubName(name);
    }

    Answer execute(Command command) {
        return hubgate.execute(command, PIPELINE);
    }

    Answer declareEmpty() {
        return execute(new Command.Declare(ORDERS, Map.of(), Options.NONE));
    }

    Answer declare(String production, String staging) {
        return declare(production, staging, Options.NONE.because("it is so"));
    }

    Answer declare(String production, String staging, Options options) {
        Map<SlotName, Optional<TaskHubName>> slots =
                Map.of(SlotName.PRODUCTION, hubOrNothing(production), SlotName.STAGING, hubOrNothing(staging));
        return execute(new Command.Declare(ORDERS, slots, options));
    }

    private static Optional<TaskHubName> hubOrNothing(String name) {
        return Optional.of(name).filter(given -> !given.isEmpty()).map(TaskHubName::new);
    }

    Answer stage(String hub) {
        return stage(hub, Options.NONE);
    }

    Answer stage(String hub, Options options) {
        return execute(new Command.Stage(ORDERS, SlotName.STAGING, hub(hub), null, false, options));
    }

    Answer swap(String hub) {
        return swap(hub, Options.NONE);
    }

    Answer swap(String hub, Options options) {
        return execute(new Command.Swap(ORDERS, SlotName.STAGING, hub(hub), options));
    }

    Answer confirm(String hub) {
        return execute(new Command.Confirm(ORDERS, hub(hub), Options.NONE));
    }

    Answer abort(String hub) {
        return execute(new Command.Abort(ORDERS, hub(hub), Options.NONE));
    }

    SlotStatus status() {
        return hubgate.status(StatusQuery.of(ORDERS, SlotName.STAGING));
    }

    App app() {
        return hubgate.app(ORDERS).orElseThrow();
    }

    CleanupAnswer.Done cleanup(String live) {
        return (CleanupAnswer.Done) hubgate.cleanup(CleanupRequest.of(ORDERS, hub(live)), PIPELINE);
    }

    /** Publishes one event, a second after the last: at equal times the busy one of two events wins. */
    void event(String hub, String instance, RuntimeStatus status) {
        clock.forward(Duration.ofSeconds(1));
        deliver(new IncomingEvent.Parsed(lifecycleEvent(hub, instance, status)));
    }

    LifecycleEvent lifecycleEvent(String hub, String instance, RuntimeStatus status) {
        return new LifecycleEvent(
                hub(hub), new InstanceId(instance), new OrchestratorName("PlaceOrder"), status, clock.instant(), "");
    }

    void deliver(IncomingEvent event) {
        hubgate.take(List.of(event), Duration.ofSeconds(5));
    }

    /** An orchestration begins and ends: the smoke start that proves that a hub is heard. */
    void smoke(String hub) {
        event(hub, "smoke", RuntimeStatus.RUNNING);
        event(hub, "smoke", RuntimeStatus.COMPLETED);
    }

    void release(String hub) {
        assertThat(stage(hub).next()).isEqualTo(Next.DEPLOY);
        assertThat(swap(hub).next()).isEqualTo(Next.SWAP_SLOTS);
        assertThat(confirm(hub)).isInstanceOf(Answer.Accepted.class);
    }

    /** A release that was heard, ran dry and has settled. */
    void releaseAndDrain(String hub) {
        release(hub);
        smoke(hub);
        clock.forward(SETTLED);
    }

    static void assertRefused(Answer answer, ErrorCode code) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
