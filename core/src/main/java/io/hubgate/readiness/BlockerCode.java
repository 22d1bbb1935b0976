// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

/** The stable codes of what stands against READY. A code is a blocker, a reason or a warning, never two of them. */
public enum BlockerCode {
    /** Orchestrations are running. */
    INSTANCES_ACTIVE,
    /** Orchestrations are scheduled to start. */
    INSTANCES_SCHEDULED,
    /** A row says Running and its history has ended. */
    STALE_STATUS,
    /** Orchestrations that restart themselves and never drain. */
    ETERNAL,
    /** Activities are queued or executing. */
    ACTIVITIES_RUNNING,
    /** Messages wait in a control queue. */
    MESSAGES_QUEUED,
    /** Hidden messages that no timer of a finished instance explains. */
    UNEXPLAINED_MESSAGES,
    /** Entities have operations waiting or are locked. */
    ENTITIES_BUSY,
    /** The hub holds entity state that would be lost. */
    ENTITIES_PRESENT,
    /** An entity is locked by an orchestration that has ended. */
    ENTITY_LOCK_ORPHANED,
    /** Events call an instance active that has no row. */
    INSTANCE_UNACCOUNTED,
    /** A message was tried ten times and more. */
    POISON_MESSAGE,
    /** Work is left and no host lives to do it. */
    FROZEN,
    /** Events have not been quiet for long enough. */
    SETTLING,
    /** A host processes the hub. */
    HOST_ACTIVE,
    /** The hub is in production. */
    STILL_ROUTED,
    /** A slot records the hub, or may hold it. */
    IN_SLOT,
    /** The hub was retired too recently for its data to be removed. */
    GRACE_PERIOD
}
