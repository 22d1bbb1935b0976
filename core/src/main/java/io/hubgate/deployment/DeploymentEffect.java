// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

/** What a permitted move does to the open deployment. */
public enum DeploymentEffect {
    /** A deployment opens at STAGED. */
    OPEN,
    /** The same deployment goes on; its lease may be renewed. */
    REPEAT,
    /** The holder's deployment gives way to one for another hub. */
    REPLACE,
    /** An expired deployment gives way to another holder's. */
    TAKE_OVER,
    /** The exchange is recorded; the deployment is SWAPPED. */
    RECORD_EXCHANGE,
    /** The recorded exchange is asked for again: what was observed decides. */
    REPEAT_EXCHANGE,
    /** The exchange happened; the deployment closes. */
    CLOSE_CONFIRMED,
    /** The deployment closes, and its release stays staged. */
    CLOSE_STAGED,
    /** The exchange did not happen: it is undone, and the deployment closes. */
    EXCHANGE_BACK,
    /** The lease is renewed. */
    RENEW,
    /** The slot is stopped and drained; the deployment may write to it. */
    SEAL,
    /** A person's word closes whatever is open. */
    CLOSE_DECLARED,
    /** The deployment is not touched. */
    NONE
}
