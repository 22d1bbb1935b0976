// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.Deployment;
import io.hubgate.deployment.ExchangeKind;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.deployment.Slot;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What happens to pipelines and in the world: runs begin and die, time passes, work starts and drains, people touch the slots. */
final class Nature {
    private final Scope scope;
    private final Rules rules;
    private final List<TaskHubName> names = new ArrayList<>();

    Nature(Scope scope, Rules rules) {
        this.scope = scope;
        this.rules = rules;
        for (int i = 1; i <= scope.hubs(); i++) {
            names.add(new TaskHubName("hub" + i));
        }
    }

    List<Move> moves(World world) {
        List<Move> moves = new ArrayList<>();
        for (Client client : List.of(world.first(), world.second())) {
            if (client.isIdle()) {
                begin(moves, world, client);
            } else {
                moves.add(Move.to(client.name() + " dies", world.with(client.idle())));
            }
        }
        time(moves, world);
        work(moves, world);
        people(moves, world);
        return moves;
    }

    private void begin(List<Move> moves, World world, Client client) {
        Deployment open = world.app().deployment();
        TaskHubName recorded = staging(world).recorded();
        freshName(world).ifPresent(hub -> moves.add(begin(world, client, Step.LOOK_TO_STAGE, false, hub)));
        if (world.app().phaseOf(recorded) == ReleasePhase.STAGED && isFree(world, client, recorded)) {
            moves.add(begin(world, client, Step.LOOK_TO_STAGE, false, recorded));
        }
        if (open != null && open.isSwapped() && isFree(world, client, open.taskHub())) {
            boolean swap = open.kind() == ExchangeKind.SWAP;
            moves.add(begin(world, client, swap ? Step.LOOK_TO_STAGE : Step.LOOK_TO_ROLL_BACK, !swap, open.taskHub()));
        }
        if (scope.has(Scope.Event.ROLLBACK) && open == null && world.app().phaseOf(recorded) == ReleasePhase.DRAINING) {
            moves.add(begin(world, client, Step.LOOK_TO_ROLL_BACK, true, recorded));
        }
        if (scope.has(Scope.Event.RETIREMENT) && open == null && recorded != null) {
            moves.add(begin(world, client, Step.LOOK_TO_RETIRE, false, null));
        }
    }

    private static Move begin(World world, Client client, Step step, boolean back, @Nullable TaskHubName hub) {
        String what =
                step == Step.LOOK_TO_RETIRE ? "a retirement" : (back ? "a rollback to " : "a deployment of ") + hub;
        return Move.to(client.name() + " begins " + what, world.with(client.running(step, back, hub)));
    }

    /** One live run per build is assumed. */
    private static boolean isFree(World world, Client client, @Nullable TaskHubName hub) {
        Client other = world.other(client);
        return hub != null && !(hub.equals(other.hub()) && !other.rollsBack());
    }

    private Optional<TaskHubName> freshName(World world) {
        Set<TaskHubName> used = usedNames(world);
        return names.stream().filter(name -> !used.contains(name)).findFirst();
    }

    static Set<TaskHubName> usedNames(World world) {
        Set<TaskHubName> used = new TreeSet<>();
        world.app().releases().forEach(release -> used.add(release.taskHub()));
        world.app().slots().values().forEach(slot -> used.addAll(slot.occupants()));
        used.addAll(world.physical().working());
        addIfThere(used, world.physical().production());
        addIfThere(used, world.physical().staging());
        for (Client client : List.of(world.first(), world.second())) {
            addIfThere(used, client.hub());
            addIfThere(used, client.seen() == null ? null : client.seen().hub());
        }
        return used;
    }

    private static void addIfThere(Set<TaskHubName> names, @Nullable TaskHubName name) {
        if (name != null) {
            names.add(name);
        }
    }

    static Slot staging(World world) {
        return world.app().slot(SlotName.STAGING).orElseThrow();
    }

    /** Half a lease passes. Between the answer that permits a physical step and that step there is less than half a lease. */
    private void time(List<Move> moves, World world) {
        Deployment open = world.app().deployment();
        if (open == null) {
            return;
        }
        Machine.Lease lease = Machine.Lease.of(open);
        if (lease != Machine.Lease.EXPIRED && !isTooSlow(world.first()) && !isTooSlow(world.second())) {
            World later =
                    world.with(Machine.with(world.app(), lease.afterSomeTime())).withBoth(Client::waiting);
            moves.add(Move.to("half a lease passes", later));
        }
    }

    private boolean isTooSlow(Client client) {
        boolean bounded =
                client.step() == Step.WRITE ? rules.hold(Rules.Rule.STAGE_AGAIN) : rules.hold(Rules.Rule.SWAP_AGAIN);
        return client.waited() && bounded;
    }

    private void work(List<Move> moves, World world) {
        Physical physical = world.physical();
        if (physical.production() != null && !physical.works(physical.production())) {
            moves.add(starts(world, physical.production()));
        }
        TaskHubName staging = physical.staging();
        if (scope.has(Scope.Event.LATE_START) && staging != null && !physical.works(staging) && !isWriting(world)) {
            moves.add(starts(world, staging));
        }
        if (scope.has(Scope.Event.TRIGGERS)) {
            triggers(moves, world);
        }
        for (TaskHubName hub : physical.working()) {
            if (!physical.canDrain(hub)) {
                continue;
            }
            moves.add(Move.to("the work of " + hub + " ends", world.with(physical.draining(hub))));
        }
    }

    /** Staging begins work at any moment until its host has let go. */
    private static void triggers(List<Move> moves, World world) {
        Physical physical = world.physical();
        TaskHubName staging = physical.staging();
        if (staging != null && !physical.works(staging) && physical.run() != SlotRun.STOPPED) {
            moves.add(starts(world, staging));
        }
        if (physical.run() == SlotRun.LETTING_GO) {
            moves.add(Move.to("the host in staging lets go", world.with(physical.settled())));
        }
    }

    private static Move starts(World world, TaskHubName hub) {
        return Move.to("work starts in " + hub, world.with(world.physical().starting(hub)));
    }

    /** Between the repeated stage and the write nothing looks; only a seal (P-16) closes that gap. */
    private boolean isWriting(World world) {
        return rules.hold(Rules.Rule.STAGE_AGAIN)
                && (world.first().step() == Step.WRITE || world.second().step() == Step.WRITE);
    }

    private void people(List<Move> moves, World world) {
        Physical physical = world.physical();
        TaskHubName staging = physical.staging();
        boolean quiet = world.first().isIdle() && world.second().isIdle();
        if (scope.has(Scope.Event.RETIREMENT)
                && quiet
                && staging != null
                && world.app().deployment() == null
                && staging(world).recorded() == null
                && !physical.works(staging)) {
            moves.add(Move.to("the retired slot is emptied", world.with(physical.writing(null))));
        }
        if (scope.has(Scope.Event.SWAP_BY_HAND) && quiet && !(physical.production() == null && staging == null)) {
            moves.add(Move.to("a person swaps the slots", world.with(physical.swapped())));
        }
    }
}
