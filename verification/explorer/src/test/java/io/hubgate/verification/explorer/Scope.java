// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far an exploration goes. Crashes, slowness, lost leases and failing physical steps may come at any time and any number of times; bounded
 * are only the hub names that are in play at once and, if need be, the depth.
 *
 * @param start the world to begin with
 * @param hubs how many hub names may be in play at once
 * @param events what may happen besides
 * @param mostDepth how many moves a path may have
 */
record Scope(Start start, int hubs, Set<Event> events, int mostDepth) {
    /** The world to begin with. */
    enum Start {
        /** The app was declared empty. */
        EMPTY,
        /** One release is live and another drains in staging, both with work. */
        RUNNING
    }

    /** What may happen besides deployments and their faults. */
    enum Event {
        /** Pipelines roll back. */
        ROLLBACK,
        /** The slot is retired, and emptied then. */
        RETIREMENT,
        /** Work begins in a hub that is not in production. */
        LATE_START,
        /** A person swaps the slots while no pipeline runs. */
        SWAP_BY_HAND,
        /** Work begins whenever staging runs, between the repeated stage and the write too; the policy requires a seal (P-16). */
        TRIGGERS
    }

    static final int WHOLE = Integer.MAX_VALUE;

    Scope {
        events = Set.copyOf(events);
    }

    static Scope of(Start start, int hubs, Event... events) {
        Set<Event> set = EnumSet.noneOf(Event.class);
        set.addAll(java.util.List.of(events));
        return new Scope(start, hubs, set, WHOLE);
    }

    Scope to(int depth) {
        return new Scope(start, hubs, events, depth);
    }

    boolean has(Event event) {
        return events.contains(event);
    }

    @Override
    public String toString() {
        return "from " + start + " with " + hubs + " hubs, " + events
                + (mostDepth == WHOLE ? ", whole" : ", to depth " + mostDepth);
    }
}
