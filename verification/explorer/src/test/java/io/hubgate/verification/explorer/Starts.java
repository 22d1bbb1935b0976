// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.Command;
import io.hubgate.deployment.Options;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The worlds to begin with. */
final class Starts {
    private static final TaskHubName LIVE = new TaskHubName("hub1");
    private static final TaskHubName DRAINING = new TaskHubName("hub2");

    private Starts() {}

    static World world(Scope scope, Rules rules) {
        World start = world(scope.start());
        return scope.has(Scope.Event.TRIGGERS) && rules.hold(Rules.Rule.SEAL)
                ? start.with(Machine.requiringSeal(start.app()))
                : start;
    }

    static World world(Scope.Start start) {
        World empty = new World(
                Machine.empty(),
                new Physical(null, null, Set.of(), SlotRun.RUNNING),
                Client.idle("p1"),
                Client.idle("p2"));
        return start == Scope.Start.EMPTY ? empty : running(empty);
    }

    private static World running(World empty) {
        World there = empty.with(new Physical(LIVE, DRAINING, Set.of(LIVE, DRAINING), SlotRun.RUNNING));
        Command declare = new Command.Declare(
                Machine.APP,
                Map.of(SlotName.PRODUCTION, Optional.of(LIVE), SlotName.STAGING, Optional.of(DRAINING)),
                Options.NONE.because("an app is adopted"));
        return new Machine(Rules.ALL).ask(there, declare).world();
    }
}
