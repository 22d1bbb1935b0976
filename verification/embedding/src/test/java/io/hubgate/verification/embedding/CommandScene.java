// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static io.hubgate.verification.embedding.Embedded.ORDERS;
import static io.hubgate.verification.embedding.Embedded.hub;

import io.hubgate.deployment.Command;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.ObservedHub;
import io.hubgate.deployment.Options;
import io.hubgate.model.SlotName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Each command once where it writes: what comes before it, the command, and what a repetition says is next. */
final class CommandScene {
    static final CommandScene DECLARE_A_NEW_APP = new CommandScene(
            "declare a new app",
            orders -> {},
            orders -> new Command.Declare(ORDERS, Map.of(), Options.NONE.because("new")),
            Next.NOTHING);

    static final CommandScene DECLARE_OTHERWISE = new CommandScene(
            "declare otherwise",
            Embedded::declareEmpty,
            orders -> new Command.Declare(
                    ORDERS,
                    Map.of(SlotName.PRODUCTION, Optional.of(hub("Legacy"))),
                    Options.NONE.because("it runs already")),
            Next.NOTHING);

    static final CommandScene STAGE_A_NEW_APP = new CommandScene(
            "stage a new app",
            orders -> {},
            orders -> new Command.Stage(ORDERS, SlotName.STAGING, hub("orders1"), null, true, Options.NONE),
            Next.DEPLOY);

    static final CommandScene STAGE =
            new CommandScene("stage", CommandScene::twoReleases, orders -> stage("orders3", Options.NONE), Next.DEPLOY);

    static final CommandScene STAGE_AGAIN_LATE = new CommandScene(
            "stage again late",
            orders -> {
                twoReleases(orders);
                orders.stage("orders3");
                orders.clock.forward(Duration.ofMinutes(31));
            },
            orders -> stage("orders3", Options.NONE),
            Next.DEPLOY);

    static final CommandScene STAGE_AND_SEE_ANOTHER_HUB = new CommandScene(
            "stage and see another hub",
            CommandScene::twoReleases,
            orders -> stage("orders3", Options.NONE.observing(ObservedHub.of("Stranger"))),
            Next.NOTHING);

    static final CommandScene SWAP = new CommandScene(
            "swap",
            orders -> {
                twoReleases(orders);
                orders.stage("orders3");
            },
            orders -> swap("orders3", Options.NONE),
            Next.VERIFY);

    static final CommandScene SWAP_AND_SEE_IT_DONE = new CommandScene(
            "swap and see it done",
            orders -> {
                twoReleases(orders);
                orders.stage("orders3");
            },
            orders -> swap("orders3", Options.NONE.observing(ObservedHub.of("orders3"))),
            Next.NOTHING);

    static final CommandScene CONFIRM = new CommandScene(
            "confirm",
            orders -> {
                twoReleases(orders);
                orders.stage("orders3");
                orders.swap("orders3");
            },
            orders -> new Command.Confirm(ORDERS, hub("orders3"), Options.NONE),
            Next.NOTHING);

    static final CommandScene ABORT_WHAT_IS_STAGED = new CommandScene(
            "abort what is staged",
            orders -> {
                twoReleases(orders);
                orders.stage("orders3");
            },
            orders -> new Command.Abort(ORDERS, hub("orders3"), Options.NONE),
            Next.NOTHING);

    static final CommandScene ABORT_WHAT_IS_SWAPPED = new CommandScene(
            "abort what is swapped",
            orders -> {
                twoReleases(orders);
                orders.stage("orders3");
                orders.swap("orders3");
            },
            orders -> new Command.Abort(ORDERS, hub("orders3"), Options.NONE),
            Next.NOTHING);

    static final CommandScene ROLL_BACK = new CommandScene(
            "roll back",
            CommandScene::twoReleases,
            orders -> new Command.Rollback(ORDERS, SlotName.STAGING, hub("orders1"), Options.NONE),
            Next.VERIFY);

    static final CommandScene RETIRE = new CommandScene(
            "retire",
            CommandScene::twoReleases,
            orders -> new Command.Retire(ORDERS, SlotName.STAGING, Options.NONE),
            Next.STOP_SLOT);

    static final CommandScene EXTEND = new CommandScene(
            "extend",
            orders -> {
                twoReleases(orders);
                orders.stage("orders3");
            },
            orders -> new Command.Extend(ORDERS, hub("orders3"), Options.NONE.leasedFor(Duration.ofHours(2))),
            Next.STAGE);

    private final String name;
    private final Consumer<Embedded> before;
    private final Function<Embedded, Command> command;
    private final Next whenRepeated;

    private CommandScene(
            String name, Consumer<Embedded> before, Function<Embedded, Command> command, Next whenRepeated) {
        this.name = name;
        this.before = before;
        this.command = command;
        this.whenRepeated = whenRepeated;
    }

    static List<CommandScene> all() {
        return List.of(
                DECLARE_A_NEW_APP,
                DECLARE_OTHERWISE,
                STAGE_A_NEW_APP,
                STAGE,
                STAGE_AGAIN_LATE,
                STAGE_AND_SEE_ANOTHER_HUB,
                SWAP,
                SWAP_AND_SEE_IT_DONE,
                CONFIRM,
                ABORT_WHAT_IS_STAGED,
                ABORT_WHAT_IS_SWAPPED,
                ROLL_BACK,
                RETIRE,
                EXTEND);
    }

    /** The world in which the command comes. */
    Embedded begun() {
        Embedded orders = new Embedded();
        before.accept(orders);
        return orders;
    }

    Command command(Embedded orders) {
        return command.apply(orders);
    }

    /** What the same command says is next when it comes again. */
    Next whenRepeated() {
        return whenRepeated;
    }

    private static void twoReleases(Embedded orders) {
        orders.declareEmpty();
        orders.releaseAndDrain("orders1");
        orders.releaseAndDrain("orders2");
    }

    private static Command stage(String hub, Options options) {
        return new Command.Stage(ORDERS, SlotName.STAGING, hub(hub), null, false, options);
    }

    private static Command swap(String hub, Options options) {
        return new Command.Swap(ORDERS, SlotName.STAGING, hub(hub), options);
    }

    @Override
    public String toString() {
        return name;
    }
}
