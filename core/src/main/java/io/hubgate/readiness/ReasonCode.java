// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

/** The stable codes of why a verdict cannot be given. */
public enum ReasonCode {
    /** Nobody declared this app. */
    APP_UNKNOWN,
    /** The hub held production and no event of it ever came. */
    HUB_NEVER_SEEN,
    /** The hub's storage does not exist. */
    HUB_MISSING,
    /** An exchange is recorded that is neither confirmed nor aborted. */
    SWAP_UNCONFIRMED,
    /** The slot was observed to serve another hub than any that it can hold. */
    SLOT_DIFFERS,
    /** Events were acknowledged and not understood. */
    EVENTS_QUARANTINED,
    /** Not all events of the hub are published or kept. */
    EVENTS_PARTIAL,
    /** The evidence is older than the policy allows. */
    EVIDENCE_STALE,
    /** Two sources contradict each other. */
    EVIDENCE_CONTRADICTS,
    /** Part of the hub's storage is missing. */
    HUB_INCOMPLETE,
    /** The hub that is read is not the one that publishes. */
    HUB_MISMATCH,
    /** Removing data needs a look at the hub itself, and there was none. */
    HUB_NOT_INSPECTED,
    /** Clocks differ by more than a minute. */
    CLOCK_SKEW,
    /** The inspection goes on. */
    INSPECTING,
    /** The hub's storage cannot be reached. */
    UNREACHABLE,
    /** The hub's storage, or something between, answers what cannot be understood. */
    UNREADABLE,
    /** The hub's storage is throttled. */
    THROTTLED,
    /** The hub's storage refuses the identity. */
    ACCESS_DENIED,
    /** The app does not use the Azure Storage provider. */
    UNSUPPORTED_BACKEND
}
