// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

/** Where the events of a hub belong (rule E-7). */
public enum HubPlace {
    /** No app has claimed the hub: its events are kept in one shared, capped place. */
    UNCLAIMED,
    /** An app has claimed the hub and its release lives. */
    CLAIMED,
    /** The release is REMOVING or DELETED: events are acknowledged, reported as late starts, and not stored. */
    CLOSED
}
