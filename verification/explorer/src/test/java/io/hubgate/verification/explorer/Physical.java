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
 */
record Physical(@Nullable TaskHubName production, @Nullable TaskHubName staging, Set<TaskHubName> working) {
    Physical {
        working = Set.copyOf(working);
    }

    boolean works(@Nullable TaskHubName hub) {
        return hub != null && working.contains(hub);
    }

    Physical swapped() {
        return new Physical(staging, production, working);
    }

    Physical writing(@Nullable TaskHubName hub) {
        return new Physical(production, hub, working);
    }

    Physical starting(TaskHubName hub) {
        Set<TaskHubName> more = new TreeSet<>(working);
        more.add(hub);
        return new Physical(production, staging, more);
    }

    Physical draining(TaskHubName hub) {
        Set<TaskHubName> rest = new TreeSet<>(working);
        rest.remove(hub);
        return new Physical(production, staging, rest);
    }

    Physical drained() {
        return new Physical(production, staging, Set.of());
    }
}
