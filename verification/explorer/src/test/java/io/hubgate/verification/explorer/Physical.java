// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.model.TaskHubName;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is really there: which hub the code in each slot serves, and which hubs hold work.
 *
 * @param production the hub in production, or null
 * @param staging the hub in staging, or null
 * @param working the hubs that hold work
 * @param run whether staging runs
 */
record Physical(
        @Nullable TaskHubName production, @Nullable TaskHubName staging, Set<TaskHubName> working, SlotRun run) {
    Physical {
        working = Set.copyOf(working);
    }

    boolean works(@Nullable TaskHubName hub) {
        return hub != null && working.contains(hub);
    }

    Physical swapped() {
        return new Physical(staging, production, working, run);
    }

    Physical writing(@Nullable TaskHubName hub) {
        return new Physical(production, hub, working, run);
    }

    Physical starting(TaskHubName hub) {
        Set<TaskHubName> more = new TreeSet<>(working);
        more.add(hub);
        return new Physical(production, staging, more, run);
    }

    Physical draining(TaskHubName hub) {
        Set<TaskHubName> rest = new TreeSet<>(working);
        rest.remove(hub);
        return new Physical(production, staging, rest, run);
    }

    /** All work has ended that can: none ends in a slot that does not run. */
    Physical drained() {
        Physical settled = settled();
        boolean stuck = settled.run == SlotRun.STOPPED && works(staging);
        return new Physical(production, staging, stuck && staging != null ? Set.of(staging) : Set.of(), settled.run);
    }

    Physical at(SlotRun now) {
        return new Physical(production, staging, working, now);
    }

    /** A slot that was told to stop has stopped. */
    Physical settled() {
        return run == SlotRun.LETTING_GO ? at(SlotRun.STOPPED) : this;
    }

    /** Whether code that serves a hub runs. */
    boolean isHosted(TaskHubName hub) {
        return hub.equals(production) || (hub.equals(staging) && run != SlotRun.STOPPED);
    }

    /** Whether work in a hub can go on: nothing is known to stand in its way but a stopped slot. */
    boolean canDrain(TaskHubName hub) {
        return !hub.equals(staging) || run != SlotRun.STOPPED;
    }
}
