// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.error;

/**
 * A stable code for each way in which a call can be refused or fail. The names are part of the HTTP API: they are never renamed, and a code
 * never changes its meaning.
 */
public enum ErrorCode {
    /** The request cannot be understood: a field is missing, unknown, of the wrong type or out of range. */
    BAD_REQUEST,
    /** A task hub name is not 3 to 45 letters and digits beginning with a letter. */
    HUB_NAME_INVALID,
    /** The command is not for the production slot. */
    SLOT_IS_PRODUCTION,
    /** No key, or a key that is not known. */
    UNAUTHENTICATED,
    /** The key's role does not allow the call. */
    FORBIDDEN,
    /** Nobody declared this app. */
    APP_UNKNOWN,
    /** The app has no such slot. */
    SLOT_UNKNOWN,
    /** The hub is neither claimed by an app nor was it ever seen in an event. */
    HUB_UNKNOWN,
    /** There is nothing at this place, or nothing that takes this method, media type or size. */
    NOT_FOUND,
    /** The verdict is NOT_READY. */
    NOT_READY,
    /** The verdict is UNKNOWN. */
    UNKNOWN_READINESS,
    /** Another deployment is open for this app. */
    DEPLOYMENT_OPEN,
    /** No deployment is open. */
    NO_DEPLOYMENT,
    /** The hub is in production already, and confirmed. */
    ALREADY_LIVE,
    /** The exchange is recorded already, and not yet confirmed. */
    ALREADY_SWAPPED,
    /** An exchange is recorded that is neither confirmed nor aborted. */
    SWAP_UNCONFIRMED,
    /** The slot was observed to serve another hub than any that it can hold. */
    SLOT_DIFFERS,
    /** The hub name was used by an earlier release, or is staged in another slot. */
    HUB_NAME_USED,
    /** The hub belongs to another app. */
    HUB_OWNED,
    /** The hub that shall be staged as new already shows work. */
    HUB_NOT_EMPTY,
    /** The deployment is staged and not swapped. */
    NOT_SWAPPED,
    /** The live hub holds entities that the next release would leave behind, and the policy forbids it. */
    ENTITIES_REFUSED,
    /** Nothing, or another hub, is staged in the slot. */
    NOTHING_STAGED,
    /** The slot holds no release that could go back to production. */
    NOTHING_TO_ROLL_BACK,
    /** The presented token is not the app's current one. */
    STALE_TOKEN,
    /** Something failed that should not have; it is logged. */
    INTERNAL,
    /** The store cannot be reached, is full or does not answer in time; the call may be repeated. */
    STORE_UNAVAILABLE
}
