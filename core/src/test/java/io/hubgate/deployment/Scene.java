// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.Holder;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.AppPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One app, a clock that the test moves, and a world to ask. Commands that move the record change {@link #app}. */
final class Scene {
    static final AppName ORDERS = new AppName("orders");
    static final AppName OTHER_APP = new AppName("invoices");
    static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    static final Duration LEASE = Duration.ofHours(1);
    static final SlotName CANARY = new SlotName("canary");

    static final TaskHubName HUB_1 = new TaskHubName("orders1");
    static final TaskHubName HUB_2 = new TaskHubName("orders2");
    static final TaskHubName HUB_3 = new TaskHubName("orders3");
    static final TaskHubName HUB_4 = new TaskHubName("orders4");
    static final TaskHubName STRANGER = new TaskHubName("stranger");

    static final Holder RUN_1 = Holder.of("orders-cd #1");
    static final Holder RUN_2 = Holder.of("orders-cd #2");
    static final Options BY_1 = Options.NONE.heldBy(RUN_1);
    static final Options BY_2 = Options.NONE.heldBy(RUN_2);

    final PlainWitness witness = new PlainWitness();
    App app = App.undeclared(ORDERS);
    Instant now = NOW;

    /** An app of which it was declared what production, staging and a canary slot hold. */
    static Scene holding(@Nullable TaskHubName production, @Nullable TaskHubName staging) {
        Scene scene = new Scene();
        Map<SlotName, Optional<TaskHubName>> slots = new TreeMap<>();
        slots.put(SlotName.PRODUCTION, Optional.ofNullable(production));
        slots.put(SlotName.STAGING, Optional.ofNullable(staging));
        slots.put(CANARY, Optional.empty());
        scene.moves(new Command.Declare(ORDERS, slots, Options.NONE));
        return scene;
    }

    /** Release 1 is live and release 2 staged by the first run. */
    static Scene staged() {
        Scene scene = holding(HUB_1, null);
        scene.moves(stage(HUB_2, BY_1));
        return scene;
    }

    /** As {@link #staged()}, and the swap is recorded. */
    static Scene swapped() {
        Scene scene = staged();
        scene.moves(swap(HUB_2, BY_1));
        return scene;
    }

    /** As {@link #swapped()}, and confirmed: release 2 is live, release 1 drains in staging. */
    static Scene confirmed() {
        Scene scene = swapped();
        scene.moves(confirm(HUB_2, BY_1));
        return scene;
    }

    /** As {@link #confirmed()}, and the rollback to release 1 is recorded. */
    static Scene rolledBack() {
        Scene scene = confirmed();
        scene.moves(rollback(HUB_1, BY_1));
        return scene;
    }

    /** With a policy of the app's own. */
    Scene ruledBy(AppPolicy policy) {
        moves(policy(policy));
        return this;
    }

    Scene later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Scene expired() {
        return later(LEASE);
    }

    Transition ask(Command command) {
        return command.decide(new DecisionContext(app, witness, LEASE, now));
    }

    Transition.Moved moves(Command command) {
        Transition transition = ask(command);
        assertThat(transition).as(command.toString()).isInstanceOf(Transition.Moved.class);
        Transition.Moved moved = (Transition.Moved) transition;
        assertThat(moved.app().token()).isEqualTo(app.token().next());
        app = moved.app();
        return moved;
    }

    Transition.Unchanged keeps(Command command) {
        Transition transition = ask(command);
        assertThat(transition).as(command.toString()).isInstanceOf(Transition.Unchanged.class);
        return (Transition.Unchanged) transition;
    }

    /** The command is refused; what it writes all the same is written. */
    Transition.Rejected refuses(Command command, ErrorCode code) {
        Transition transition = ask(command);
        assertThat(transition).as(command.toString()).isInstanceOf(Transition.Rejected.class);
        Transition.Rejected rejected = (Transition.Rejected) transition;
        assertThat(rejected.refusal().code()).as(command.toString()).isEqualTo(code);
        if (rejected.recorded() != null) {
            app = rejected.recorded().app();
        }
        return rejected;
    }

    Slot slot(SlotName name) {
        return app.slot(name).orElseThrow();
    }

    Slot production() {
        return slot(SlotName.PRODUCTION);
    }

    Slot staging() {
        return slot(SlotName.STAGING);
    }

    Deployment open() {
        Deployment open = app.deployment();
        assertThat(open).isNotNull();
        if (open == null) {
            throw new AssertionError("checked above");
        }
        return open;
    }

    /** Options that look at a slot and present the token that was read before. */
    Options sees(Options options, ObservedHub observed) {
        return options.observing(observed).ifMatch(app.token());
    }

    Options sees(Options options, TaskHubName hub) {
        return sees(options, new ObservedHub(hub));
    }

    static Command.Stage stage(TaskHubName hub, Options options) {
        return stage(SlotName.STAGING, hub, options);
    }

    static Command.Stage stage(SlotName slot, TaskHubName hub, Options options) {
        return new Command.Stage(ORDERS, slot, hub, null, false, options);
    }

    static Command.Swap swap(@Nullable TaskHubName hub, Options options) {
        return new Command.Swap(ORDERS, SlotName.STAGING, hub, options);
    }

    static Command.Confirm confirm(@Nullable TaskHubName hub, Options options) {
        return new Command.Confirm(ORDERS, hub, options);
    }

    static Command.Abort abort(TaskHubName hub, Options options) {
        return new Command.Abort(ORDERS, hub, options);
    }

    static Command.Rollback rollback(@Nullable TaskHubName hub, Options options) {
        return new Command.Rollback(ORDERS, SlotName.STAGING, hub, options);
    }

    static Command.Retire retire(SlotName slot, Options options) {
        return new Command.Retire(ORDERS, slot, options);
    }

    static Command.Extend extend(@Nullable TaskHubName hub, Options options) {
        return new Command.Extend(ORDERS, hub, options);
    }

    static Command.Seal seal(@Nullable TaskHubName hub, Options options) {
        return new Command.Seal(ORDERS, SlotName.STAGING, hub, options);
    }

    static RulesCommand.SetPolicy policy(AppPolicy policy) {
        return new RulesCommand.SetPolicy(ORDERS, policy, Options.NONE.because("agreed with the team"));
    }

    static Command.Declare declare(@Nullable TaskHubName production, @Nullable TaskHubName staging, Options options) {
        Map<SlotName, Optional<TaskHubName>> slots = new TreeMap<>();
        slots.put(SlotName.PRODUCTION, Optional.ofNullable(production));
        slots.put(SlotName.STAGING, Optional.ofNullable(staging));
        return new Command.Declare(ORDERS, slots, options);
    }

    static CleanupCommand.Begin cleanup(@Nullable TaskHubName hub) {
        return new CleanupCommand.Begin(ORDERS, hub, Options.NONE);
    }

    static Force force(boolean acceptUnknown) {
        return new Force("the night shift says so", acceptUnknown, Actor.LOCAL);
    }

    static Set<TaskHubName> hubs(TaskHubName... hubs) {
        return new LinkedHashSet<>(java.util.List.of(hubs));
    }
}
