// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.Command;
import io.hubgate.deployment.Deployment;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.ObservedHub;
import io.hubgate.deployment.Options;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a running pipeline can do next: exactly what the last answer said, or fail at it. */
final class Pipeline {
    private final Machine machine;
    private final Rules rules;
    private final Verification verification;
    private final Sealing sealing;

    Pipeline(Rules rules) {
        this.machine = new Machine(rules);
        this.rules = rules;
        this.verification = new Verification(machine, rules);
        this.sealing = new Sealing(machine, rules);
    }

    /** The moves of a pipeline that runs, the ways in which its physical steps fail among them. */
    List<Move> moves(World world, Client me) {
        return switch (me.step()) {
            case IDLE -> List.of();
            case LOOK_TO_STAGE -> look(world, me, world.physical().staging(), Step.STAGE);
            case LOOK_TO_STAGE_AGAIN -> look(world, me, world.physical().staging(), Step.STAGE_AGAIN);
            case LOOK_TO_RETIRE -> look(world, me, world.physical().staging(), Step.RETIRE);
            case LOOK_TO_SWAP -> look(world, me, world.physical().production(), Step.SWAP);
            case LOOK_TO_SWAP_AGAIN -> look(world, me, world.physical().production(), Step.SWAP_AGAIN);
            case LOOK_TO_ROLL_BACK -> look(world, me, world.physical().production(), Step.ROLL_BACK);
            case LOOK_TO_VERIFY -> look(world, me, world.physical().production(), Step.VERIFY);
            case STAGE -> stage(world, me, Step.LOOK_TO_STAGE, afterStage());
            case STAGE_AGAIN -> stage(world, me, Step.LOOK_TO_STAGE_AGAIN, Step.WRITE);
            case WRITE -> write(world, me);
            case STOP -> sealing.stop(world, me);
            case LOOK_TO_SEAL -> look(world, me, world.physical().staging(), Step.SEAL);
            case SEAL -> sealing.seal(world, me);
            case START -> sealing.start(world, me, Step.LOOK_TO_SWAP);
            case START_TO_DRAIN -> sealing.start(world, me, Step.LOOK_TO_ABORT);
            case SWAP -> swap(world, me, Step.LOOK_TO_SWAP, afterSwap());
            case SWAP_AGAIN -> swap(world, me, Step.LOOK_TO_SWAP_AGAIN, Step.EXCHANGE);
            case EXCHANGE -> exchange(world, me);
            case VERIFY -> verification.moves(world, me);
            case LOOK_TO_ABORT -> lookToAbort(world, me);
            case ABORT -> abort(world, me);
            case ROLL_BACK -> rollBack(world, me);
            case RETIRE -> retire(world, me);
        };
    }

    private Step afterStage() {
        return rules.hold(Rules.Rule.STAGE_AGAIN) ? Step.LOOK_TO_STAGE_AGAIN : Step.WRITE;
    }

    private Step afterSwap() {
        return rules.hold(Rules.Rule.SWAP_AGAIN) ? Step.LOOK_TO_SWAP_AGAIN : Step.EXCHANGE;
    }

    private static List<Move> look(World world, Client me, @Nullable TaskHubName there, Step next) {
        ObservedHub seen = new ObservedHub(there);
        Deployment open = world.app().deployment();
        boolean expired = next == Step.VERIFY
                && open != null
                && open.isSwapped()
                && !open.holder().isSameAs(me.holder())
                && Machine.Lease.of(open) == Machine.Lease.EXPIRED;
        return List.of(Move.to(me.name() + " sees " + seen, world.with(me.seeing(next, seen, expired))));
    }

    static Options options(Client me, boolean needsToken) {
        ObservedHub seen = me.seen();
        if (seen == null) {
            throw new IllegalStateException(me.name() + " has not looked");
        }
        boolean current = me.tokenIsCurrent() || !needsToken;
        return Options.NONE.observing(seen).ifMatch(current ? Machine.CURRENT : Machine.STALE);
    }

    private Options options(Client me) {
        return options(me, rules.hold(Rules.Rule.TOKEN_AT_LOOK)).heldBy(me.holder());
    }

    private List<Move> stage(World world, Client me, Step lookAgain, Step allowed) {
        Answer answer = machine.ask(
                world, new Command.Stage(Machine.APP, SlotName.STAGING, me.itsHub(), null, false, options(me)));
        Step next;
        if (answer.isStale()) {
            next = lookAgain;
        } else if (answer.next() == Next.DEPLOY) {
            next = allowed;
        } else {
            next = Sealing.afterNoPermission(answer.next());
        }
        return List.of(said(me, "stage " + me.hub(), answer, next));
    }

    private List<Move> swap(World world, Client me, Step lookAgain, Step allowed) {
        Answer answer = machine.ask(world, new Command.Swap(Machine.APP, SlotName.STAGING, me.itsHub(), options(me)));
        return List.of(afterExchangeCall(me, "swap " + me.hub(), answer, lookAgain, allowed));
    }

    private List<Move> rollBack(World world, Client me) {
        Answer answer =
                machine.ask(world, new Command.Rollback(Machine.APP, SlotName.STAGING, me.itsHub(), options(me)));
        return List.of(afterExchangeCall(me, "rollback " + me.hub(), answer, Step.LOOK_TO_ROLL_BACK, afterSwap()));
    }

    private static Move afterExchangeCall(Client me, String call, Answer answer, Step lookAgain, Step allowed) {
        if (answer.isStale()) {
            return said(me, call, answer, lookAgain);
        }
        return switch (answer.next()) {
            case SWAP_SLOTS -> said(me, call, answer, allowed);
            case VERIFY -> said(me, call, answer, Step.LOOK_TO_VERIFY);
            default -> answer.isRefused() ? ended(me, call, answer) : finished(me, call, answer);
        };
    }

    static Move said(Client me, String call, Answer answer, Step next) {
        return Move.to(label(me, call, answer), answer.world().with(me.at(next)));
    }

    static Move ended(Client me, String call, Answer answer) {
        return Move.to(label(me, call, answer) + ", gives up", answer.world().with(me.idle()));
    }

    static Move finished(Client me, String call, Answer answer) {
        return Move.finishing(
                label(me, call, answer) + ", is done", answer.world().with(me.idle()));
    }

    private static String label(Client me, String call, Answer answer) {
        return me.name() + " calls " + call + " by " + me.holder()
                + (me.seen() == null ? "" : " having seen " + me.seen()) + ": " + answer;
    }

    private static Step afterWrite(World world) {
        return world.app().rules().policy().requireSeal() ? Step.START : Step.LOOK_TO_SWAP;
    }

    private static List<Move> write(World world, Client me) {
        TaskHubName there = world.physical().staging();
        boolean unsafe =
                there != null && !there.equals(me.hub()) && world.physical().works(there);
        String wrong = unsafe ? me.name() + " writes " + me.hub() + " over " + there + ", which holds work" : null;
        World written = world.with(world.physical().writing(me.itsHub()));
        String label = me.name() + " writes " + me.hub() + " to staging";
        List<Move> moves = new ArrayList<>();
        moves.add(Move.to(label, written.with(me.written(afterWrite(world)))).wrong(wrong));
        moves.add(Move.to(label + ", and is told that it failed", written.with(me.idle()))
                .wrong(wrong));
        return moves;
    }

    private static List<Move> exchange(World world, Client me) {
        Physical physical = world.physical();
        String wrong = null;
        if (me.itsHub().equals(physical.production())) {
            wrong = me.name() + " swaps the slots although production holds " + me.hub() + " already";
        } else if (!me.itsHub().equals(physical.staging())) {
            wrong = me.name() + " swaps the slots although staging does not hold " + me.hub();
        }
        String label = me.name() + " swaps the slots";
        Move fails = Move.to(label + ", which fails", world.with(me.at(Step.LOOK_TO_VERIFY)));
        if (physical.run() != SlotRun.RUNNING) {
            return List.of(fails.wrong(wrong));
        }
        return List.of(
                Move.to(label, world.with(physical.swapped()).with(me.at(Step.LOOK_TO_VERIFY)))
                        .wrong(wrong),
                fails);
    }

    /** The clean-up step of a refused run gives up what the run itself has open, and nothing else. */
    private static List<Move> lookToAbort(World world, Client me) {
        Deployment open = world.app().deployment();
        boolean own = open != null && !open.isSwapped() && open.holder().isSameAs(me.holder());
        String sees = me.name() + (own ? " sees its own deployment open" : " has nothing open");
        Client next = own ? me.seeing(Step.ABORT, ObservedHub.NONE, false) : me.idle();
        return List.of(Move.to(sees, world.with(next)));
    }

    private List<Move> abort(World world, Client me) {
        Options options = options(me, rules.hold(Rules.Rule.TOKEN_AT_ABORT)).heldBy(me.holder());
        Answer answer = machine.ask(world, new Command.Abort(Machine.APP, me.itsHub(), options));
        return List.of(ended(me, "abort " + me.hub(), answer));
    }

    private List<Move> retire(World world, Client me) {
        Answer answer = machine.ask(
                world,
                new Command.Retire(Machine.APP, SlotName.STAGING, options(me, rules.hold(Rules.Rule.TOKEN_AT_LOOK))));
        String label = me.name() + " calls retire: " + answer;
        return List.of(Move.to(label, answer.world().with(me.idle())));
    }
}
