// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

/** The kinds of documents that an {@link AppStore} keeps beside apps and their decisions. A new kind is a new shelf; no store changes. */
public enum Shelf {
    /** Which app owns a hub name; the key is the hub's name in lower case. */
    CLAIMS,
    /** Audited exceptions; the key begins with the app. */
    WAIVERS,
    /** Events that were acknowledged and not understood; keys sort by time of receipt. */
    QUARANTINE,
    /** The latest refusals of an app; the key is the app's name in lower case. */
    JOURNAL,
    /** Signs of life of the backends; the key is the backend's name. */
    MARKS,
    /** What is remembered of looks at hubs themselves; the key is the hub's name in lower case. */
    LOOKS,
    /** Removals of task hubs that have begun, with their plans; the key is the hub's name in lower case. */
    REMOVALS,
    /** Whose turn it is to look at a hub itself; the key is the hub's name in lower case. */
    TURNS
}
