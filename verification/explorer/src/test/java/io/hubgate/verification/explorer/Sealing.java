// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.Command;
import io.hubgate.deployment.Next;
import io.hubgate.model.SlotName;
import java.util.List;

/** What a pipeline does where the policy requires a seal (rule P-16): it stops the slot, seals it, writes, and starts it again. */
final class Sealing {
    private final Machine machine;
    private final Rules rules;

    Sealing(Machine machine, Rules rules) {
        this.machine = machine;
        this.rules = rules;
    }

    /** Where a client goes that was not permitted to write. */
    static Step afterNoPermission(Next next) {
        return switch (next) {
            case STOP_SLOT -> Step.STOP;
            case START_SLOT -> Step.START_TO_DRAIN;
            case VERIFY -> Step.LOOK_TO_VERIFY;
            default -> Step.LOOK_TO_ABORT;
        };
    }

    List<Move> stop(World world, Client me) {
        Physical physical = world.physical();
        Physical after = physical.run() == SlotRun.RUNNING ? physical.at(SlotRun.LETTING_GO) : physical;
        return List.of(Move.to(me.name() + " stops staging", world.with(after).with(me.at(Step.LOOK_TO_SEAL))));
    }

    /** After a seal the client stages once more, immediately before it writes, as always. */
    List<Move> seal(World world, Client me) {
        Answer answer = machine.ask(
                world,
                new Command.Seal(
                        Machine.APP,
                        SlotName.STAGING,
                        me.itsHub(),
                        Pipeline.options(me, rules.hold(Rules.Rule.TOKEN_AT_LOOK))
                                .heldBy(me.holder())));
        Step next;
        if (answer.isStale()) {
            next = Step.LOOK_TO_SEAL;
        } else {
            next = answer.next() == Next.DEPLOY ? Step.LOOK_TO_STAGE_AGAIN : afterNoPermission(answer.next());
        }
        return List.of(Pipeline.said(me, "seal " + me.hub(), answer, next));
    }

    List<Move> start(World world, Client me, Step next) {
        Physical running = world.physical().at(SlotRun.RUNNING);
        return List.of(
                Move.to(me.name() + " starts staging", world.with(running).with(me.at(next))));
    }
}
