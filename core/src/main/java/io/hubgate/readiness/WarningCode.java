// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

/** The stable codes of what a caller should know although it does not stand against READY. */
public enum WarningCode {
    /** This call declared the app. */
    APP_NEW,
    /** The hub is staged in this slot already. */
    ALREADY_STAGED,
    /** The hub was staged and never heard. */
    HUB_SILENT,
    /** The hub holds idle entities. */
    ENTITIES_IDLE,
    /** Without a look at the hub, entities cannot be known. */
    ENTITIES_UNKNOWN,
    /** An entity is locked by an ended orchestration, and nothing waits behind it. */
    ENTITY_LOCK_IDLE,
    /** The next release will not see the entities of this one. */
    ENTITIES_LEFT_BEHIND,
    /** Hidden messages are timers of finished instances. */
    LEFTOVER_MESSAGES,
    /** Work began in the hub after its time in production had ended. */
    LATE_STARTS,
    /** A waiver took a blocker away. */
    WAIVED,
    /** The caller did not say what the slot really holds. */
    UNOBSERVED,
    /** The state is in memory and will be forgotten. */
    MEMORY_STORE,
    /** Events were acknowledged and not understood; the hub itself was read, so they decide nothing. */
    EVENTS_PUT_ASIDE,
    /** Our clock is off by more than five seconds. */
    CLOCK_DRIFT,
    /** Hosts work on other hubs than the slots record. */
    SLOTS_DRIFTED,
    /** Clean-up removes only Hubgate's own data. */
    NO_CLEANER
}
