// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.Command;
import io.hubgate.deployment.Options;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks of a world whether it is a dead end: both pipelines are gone, leases have run out, work has drained, and one new pipeline with a new hub
 * runs without any fault. If it cannot finish, nobody can.
 */
final class Probe {
    private static final TaskHubName HUB = new TaskHubName("probe");
    private static final int MOST_STEPS = 60;

    private final Pipeline pipeline;
    private final Map<String, Boolean> known = new HashMap<>();

    Probe(Rules rules) {
        this.pipeline = new Pipeline(rules);
    }

    /** The steps of the new pipeline, and what they led to. */
    record Run(List<String> steps, World world, boolean isFinished) {
        Run {
            steps = List.copyOf(steps);
        }
    }

    boolean isDeadEnd(World world) {
        World quiet = quiet(world);
        return known.computeIfAbsent(Form.of(quiet), form -> !run(quiet).isFinished());
    }

    /** Whether it is a dead end even after a person has declared what is where. */
    boolean isDeadEndForPeople(World world) {
        return isDeadEnd(world) && isDeadEnd(declared(world));
    }

    /** A stopped slot may have to be started first, so that what is in it can end: then the pipeline runs once more. */
    private Run run(World world) {
        World before = quiet(world);
        Run first = once(before);
        return first.isFinished() || before.physical().run() == SlotRun.RUNNING ? first : once(quiet(first.world()));
    }

    private Run once(World quiet) {
        World now = quiet;
        Client me = now.first();
        now = now.with(me.running(Step.LOOK_TO_STAGE, false, HUB));
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < MOST_STEPS && !now.first().isIdle(); i++) {
            Move move = pipeline.moves(now, now.first()).get(0);
            steps.add(move.label());
            now = move.world().with(move.world().physical().settled());
            if (move.wrong() != null) {
                return new Run(steps, now, false);
            }
        }
        boolean finished = HUB.equals(now.physical().production())
                && HUB.equals(now.app().liveHub())
                && now.app().deployment() == null;
        return new Run(steps, now, finished);
    }

    private static World quiet(World world) {
        return new World(
                Machine.with(world.app(), Machine.Lease.EXPIRED),
                world.physical().drained(),
                world.first().idle(),
                world.second().idle());
    }

    private static World declared(World world) {
        World quiet = quiet(world);
        Physical there = quiet.physical();
        Command declare = new Command.Declare(
                Machine.APP,
                Map.of(
                        SlotName.PRODUCTION, Optional.ofNullable(there.production()),
                        SlotName.STAGING, Optional.ofNullable(there.staging())),
                Options.NONE.because("the slots were looked at"));
        return new Machine(Rules.ALL).ask(quiet, declare).world();
    }
}
