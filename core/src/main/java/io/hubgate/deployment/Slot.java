// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deployment slot: what is recorded in it, and what it may physically hold (rule P-10). Immutable.
 *
 * @param name the slot
 * @param recorded the hub of the release recorded there, or null
 * @param occupants every hub that it may physically hold
 * @param maybeEmpty whether it may physically hold nothing: it was declared empty or retired, and nothing since showed a hub there
 */
public record Slot(SlotName name, @Nullable TaskHubName recorded, Set<TaskHubName> occupants, boolean maybeEmpty) {
    /** Copies the set, keeping its order. */
    public Slot {
        occupants = Collections.unmodifiableSet(new LinkedHashSet<>(occupants));
    }

    /**
     * Returns a slot of which it is known what it holds.
     *
     * @param name the slot
     * @param hub the hub that it holds and records, or null if it is empty
     * @return the slot
     */
    public static Slot known(SlotName name, @Nullable TaskHubName hub) {
        return new Slot(name, hub, hub == null ? Set.of() : Set.of(hub), hub == null);
    }

    Slot recording(@Nullable TaskHubName hub) {
        return new Slot(name, hub, occupants, maybeEmpty);
    }

    Slot holding(Set<TaskHubName> hubs, boolean orNothing) {
        return new Slot(name, recorded, hubs, orNothing);
    }

    /** One more hub may be in it. */
    Slot suspecting(TaskHubName hub) {
        Set<TaskHubName> more = new LinkedHashSet<>(occupants);
        more.add(hub);
        return holding(more, maybeEmpty);
    }

    /** One more hub was seen in it, so it is not empty. */
    Slot showing(TaskHubName hub) {
        return holding(suspecting(hub).occupants(), false);
    }

    /** Returns the occupants without one. */
    Set<TaskHubName> occupantsWithout(@Nullable TaskHubName hub) {
        Set<TaskHubName> rest = new LinkedHashSet<>(occupants);
        rest.remove(hub);
        return rest;
    }
}
