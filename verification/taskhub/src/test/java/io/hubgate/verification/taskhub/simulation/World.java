// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.simulation;

import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.HubgateBuilder;
import io.hubgate.StatusQuery;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Options;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.Verdict;
import io.hubgate.store.inmemory.InMemoryAppStore;
import io.hubgate.store.inmemory.InMemoryInstanceStore;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.TaskHubInspector;
import io.hubgate.taskhub.Trouble;
import io.hubgate.tracking.LifecycleEvent;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.look.PlainInspector;
import io.hubgate.verification.taskhub.platform.Fault;
import io.hubgate.verification.taskhub.platform.Kind;
import io.hubgate.verification.taskhub.platform.Platform;
import io.hubgate.verification.taskhub.platform.Published;
import io.hubgate.verification.taskhub.platform.Terminations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A hub that has left production, Hubgate beside it, and everything that goes wrong between the two; all of it from one seed. */
final class World {
    static final AppName APP = new AppName("orders");
    static final TaskHubName HUB = new TaskHubName("orders1");
    static final TaskHubName NEXT = new TaskHubName("orders2");
    static final TaskHubName THIRD = new TaskHubName("orders3");
    static final Actor PIPELINE = Actor.of("orders-cd");
    private static final Instant BEGIN = Instant.parse("2026-11-23T05:00:00Z");
    /** So seldom storage refuses a look. */
    private static final int STUMBLES = 30;

    /** So much less than this the host does while one request is answered. */
    private static final int MOST_STEPS = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final Platform platform;
    private final Random random;
    private final Set<Fault> faults;
    private final Hubgate hubgate;
    private final List<Published> late = new ArrayList<>();
    private List<Kind> kinds = List.of(Kind.values());
    private int ids;

    /**
     * @param seed decides everything
     * @param faults what goes wrong
     * @param settle how long events must be quiet
     * @param seen what becomes of what the inspector sees, or null if nobody inspects
     */
    World(long seed, Set<Fault> faults, Duration settle, @Nullable UnaryOperator<Inspection> seen) {
        this.random = new Random(seed);
        this.faults = faults;
        this.platform = new Platform(HUB, 1 + random.nextInt(3), oneOf(Terminations.values()), faults, random, BEGIN);
        HubgateBuilder builder = Hubgate.builder(new InMemoryAppStore(), InMemoryInstanceStore.create())
                .policy(ReadinessPolicy.DEFAULT.withSettleWindow(settle))
                .clock(platform::now);
        if (seen != null) {
            TaskHubInspector plain = new PlainInspector(this::readWhileItWorks, platform::now);
            builder.inspector((request, deadline) -> seen.apply(
                    random.nextInt(STUMBLES) == 0 ? refused(request.hub()) : plain.inspect(request, deadline)));
        }
        this.hubgate = builder.build();
        execute(new Command.Declare(
                APP, Map.of(SlotName.PRODUCTION, Optional.of(HUB), SlotName.STAGING, Optional.empty()), Options.NONE));
    }

    /** Clients start nothing but these. */
    World only(Set<Kind> some) {
        this.kinds = List.copyOf(new TreeSet<>(some));
        return this;
    }

    private Inspection refused(TaskHubName hub) {
        return new FailedLook(hub, platform.now(), Trouble.THROTTLED, "storage asks for fewer requests", "ask again");
    }

    /** Any mixture of faults, the default policy, and an inspector. */
    static World of(long seed) {
        return of(seed, UnaryOperator.identity());
    }

    static World of(long seed, UnaryOperator<Inspection> seen) {
        Random random = new Random(~seed);
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        for (Fault fault : Fault.values()) {
            if (random.nextBoolean()) {
                faults.add(fault);
            }
        }
        return new World(seed, faults, ReadinessPolicy.DEFAULT.settleWindow(), seen);
    }

    /** Each request of the inspector takes time, and the engine goes on meanwhile. */
    private StorageImage readWhileItWorks() {
        platform.pass(Duration.ofMillis(1));
        for (int steps = random.nextInt(3) == 0 ? random.nextInt(MOST_STEPS) : 0; steps > 0; steps--) {
            platform.step();
        }
        return platform.image();
    }

    Answer execute(Command command) {
        return hubgate.execute(command, PIPELINE);
    }

    /** The next release goes live, so that the hub's code stands in staging. */
    void leaveProduction() {
        execute(new Command.Stage(APP, SlotName.STAGING, NEXT, null, false, Options.NONE));
        execute(new Command.Swap(APP, SlotName.STAGING, NEXT, Options.NONE));
        execute(new Command.Confirm(APP, NEXT, Options.NONE));
    }

    /** Asked late enough that it is not the last look that answers (rule R-23). */
    Verdict verdict() {
        platform.pass(Duration.ofSeconds(2));
        return hubgate.status(StatusQuery.of(APP, SlotName.STAGING)).verdict();
    }

    Answer stageThird() {
        return execute(new Command.Stage(APP, SlotName.STAGING, THIRD, null, false, Options.NONE));
    }

    /** Something happens: a client, the host, or time. */
    void happen() {
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> start();
            case 3 -> platform.terminate(any());
            case 4, 5 -> platform.raise(any());
            case 6 -> platform.rewind(any());
            case 7 -> platform.suspend(any());
            case 8 -> platform.resume(any());
            case 9 ->
                platform.signal("@counter@k" + random.nextInt(3) / 2, Duration.ofMinutes(random.nextInt(3) * 30L));
            case 10 -> platform.purge(any());
            case 11 -> killOrForge();
            default -> platform.pass(Duration.ofSeconds(random.nextInt(300)));
        }
        for (int steps = random.nextInt(12); steps > 0; steps--) {
            platform.step();
        }
        deliver();
    }

    private void start() {
        String id = random.nextInt(4) == 0 ? any() : "o" + ids++;
        Kind kind = kinds.get(random.nextInt(kinds.size()));
        boolean later = random.nextInt(5) == 0;
        platform.start(id, kind, later ? platform.now().plusSeconds(random.nextInt(3000)) : null);
    }

    private void killOrForge() {
        if (faults.contains(Fault.KILLED)) {
            platform.kill();
        }
        if (faults.contains(Fault.FORGED)) {
            String word = random.nextBoolean() ? "Completed" : "Running";
            String id = random.nextBoolean() ? any() : "forged" + ids++;
            take(new Published(id, "Forged", word, platform.now()));
        }
    }

    private <T> T oneOf(T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private String any() {
        List<String> all =
                platform.instances().stream().filter(id -> !id.startsWith("@")).toList();
        return all.isEmpty() ? "nobody" : all.get(random.nextInt(all.size()));
    }

    /** What was published arrives: or not, or twice, or later, in any order. */
    void deliver() {
        for (Published event : platform.published()) {
            if (now(Fault.LOST)) {
                continue;
            }
            if (now(Fault.LATE)) {
                late.add(event);
            } else {
                take(event);
            }
            if (now(Fault.DUPLICATE)) {
                late.add(event);
            }
        }
        while (!late.isEmpty() && random.nextInt(3) == 0) {
            take(late.remove(random.nextInt(late.size())));
        }
    }

    private boolean now(Fault fault) {
        return faults.contains(fault) && random.nextInt(3) == 0;
    }

    void take(Published event) {
        LifecycleEvent parsed = new LifecycleEvent(
                HUB,
                new InstanceId(event.instance()),
                new OrchestratorName(event.function()),
                RuntimeStatus.of(event.status()),
                event.at(),
                "");
        hubgate.take(List.of(new IncomingEvent.Parsed(parsed)), PATIENCE);
    }

    /** The host works until nothing is left to be done now. */
    void work() {
        while (platform.step()) {
            platform.pass(Duration.ofMillis(1));
        }
        deliver();
    }

    /** Nobody starts anything any more: all that waits is let go, and the host works until nothing is left. */
    void drain() {
        for (int round = 0; round < 200; round++) {
            for (String id : platform.instances()) {
                platform.resume(id);
                platform.raise(id);
            }
            platform.pass(Duration.ofMinutes(6));
            work();
            if (!platform.hasWork() && round > 20) {
                break;
            }
        }
        while (!late.isEmpty()) {
            take(late.remove(0));
        }
    }
}
