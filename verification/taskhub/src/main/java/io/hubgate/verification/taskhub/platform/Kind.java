// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.platform;

/** What an orchestration of the model does. */
public enum Kind {
    /** Calls an activity and ends. */
    CHAIN,
    /** Calls an activity, and fails; rewound, it does so again and ends. */
    FAILS,
    /** Waits for an event and ends. */
    WAIT,
    /** Waits for an event or for 72 hours; the event leaves the timer behind. */
    APPROVAL,
    /** Waits for an event, with a timer that it does not cancel. */
    RACE,
    /** Locks an entity, calls an activity, releases the entity and ends. */
    LOCK,
    /** Sleeps and ends. */
    SLEEP,
    /** Calls a sub-orchestration, waits for it and ends. */
    PARENT,
    /** Starts an orchestration, does not wait for it, and ends. */
    DETACH,
    /** Sleeps and begins anew, until it gets an event. */
    ETERNAL
}
