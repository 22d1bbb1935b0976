// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.Command;
import io.hubgate.deployment.Deployment;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.deployment.Slot;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pipeline does on {@code verify}, once it has read which hub production names (rule P-1). */
final class Verification {
    private final Machine machine;
    private final Rules rules;

    Verification(Machine machine, Rules rules) {
        this.machine = machine;
        this.rules = rules;
    }

    List<Move> moves(World world, Client me) {
        if (rules.needTokens() && !me.tokenIsCurrent()) {
            return List.of(Move.to(me.name() + " finds its token stale", world.with(me.at(Step.LOOK_TO_VERIFY))));
        }
        TaskHubName there = me.seen() == null ? null : me.seen().hub();
        Deployment open = world.app().deployment();
        if (open != null && open.isSwapped()) {
            return List.of(atSwapped(world, me, open, there));
        }
        TaskHubName staged = stagedHub(world);
        if (staged == null || !staged.equals(there)) {
            return List.of(needsPerson(world, me));
        }
        boolean itsOwnOrNone = open == null || open.taskHub().equals(staged);
        return List.of(itsOwnOrNone ? recordSeen(world, me, staged) : needsPerson(world, me));
    }

    private static @Nullable TaskHubName stagedHub(World world) {
        TaskHubName recorded = slot(world, SlotName.STAGING).recorded();
        return world.app().phaseOf(recorded) == ReleasePhase.STAGED ? recorded : null;
    }

    private static Slot slot(World world, SlotName name) {
        return world.app().slot(name).orElseThrow();
    }

    private Move atSwapped(World world, Client me, Deployment open, @Nullable TaskHubName there) {
        if (open.taskHub().equals(there)) {
            return confirm(world, me, open);
        }
        TaskHubName former = slot(world, SlotName.STAGING).recorded();
        if (there != null && !there.equals(former)) {
            return needsPerson(world, me);
        }
        if (isMine(me, open)) {
            return swapAgain(world, me, open);
        }
        return me.sawExpired() || !rules.hold(Rules.Rule.EXPIRED_AT_LOOK)
                ? abort(world, me, open)
                : waits(world, me, open);
    }

    private static boolean isMine(Client me, Deployment open) {
        return open.taskHub().equals(me.hub()) && open.holder().isSameAs(me.holder());
    }

    private Move confirm(World world, Client me, Deployment open) {
        Answer answer = machine.ask(
                world,
                new Command.Confirm(
                        Machine.APP,
                        open.taskHub(),
                        Pipeline.options(me, rules.hold(Rules.Rule.TOKEN_AT_LOOK))
                                .heldBy(me.holder())));
        return settled(me, "confirm " + open.taskHub(), answer, open.taskHub());
    }

    /** Its own exchange, which has not happened: this call stands immediately before the physical swap. */
    private Move swapAgain(World world, Client me, Deployment open) {
        Answer answer = machine.ask(
                world,
                new Command.Swap(
                        Machine.APP,
                        SlotName.STAGING,
                        open.taskHub(),
                        Pipeline.options(me, rules.hold(Rules.Rule.TOKEN_AT_LOOK))
                                .heldBy(me.holder())));
        Step next = answer.next() == Next.SWAP_SLOTS ? Step.EXCHANGE : Step.LOOK_TO_VERIFY;
        return Pipeline.said(me, "swap " + open.taskHub(), answer, next);
    }

    private Move abort(World world, Client me, Deployment open) {
        Answer answer = machine.ask(
                world,
                new Command.Abort(
                        Machine.APP,
                        open.taskHub(),
                        Pipeline.options(me, rules.hold(Rules.Rule.TOKEN_AT_ABORT))
                                .heldBy(me.holder())));
        return settled(me, "abort " + open.taskHub(), answer, null);
    }

    private Move recordSeen(World world, Client me, TaskHubName staged) {
        Answer answer = machine.ask(
                world,
                new Command.Swap(
                        Machine.APP,
                        SlotName.STAGING,
                        staged,
                        Pipeline.options(me, rules.hold(Rules.Rule.TOKEN_AT_LOOK))
                                .heldBy(me.holder())));
        return settled(me, "swap " + staged, answer, staged);
    }

    /** After the doubt is gone: done, if its own hub is live; else from the beginning. */
    private static Move settled(Client me, String call, Answer answer, @Nullable TaskHubName live) {
        if (answer.isStale() || answer.next() == Next.VERIFY) {
            return Pipeline.said(me, call, answer, Step.LOOK_TO_VERIFY);
        }
        if (answer.isRefused()) {
            return Pipeline.ended(me, call, answer);
        }
        if (live != null && live.equals(me.hub())) {
            return Pipeline.finished(me, call, answer);
        }
        return me.rollsBack() ? Pipeline.ended(me, call, answer) : Pipeline.said(me, call, answer, Step.LOOK_TO_STAGE);
    }

    private static Move waits(World world, Client me, Deployment open) {
        return Move.to(me.name() + " waits for " + open.holder(), world.with(me.idle()));
    }

    private static Move needsPerson(World world, Client me) {
        return Move.to(me.name() + " calls for a person", world.with(me.idle()));
    }
}
