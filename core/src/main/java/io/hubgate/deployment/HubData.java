// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

/** What became of a deleted release's task hub. */
public enum HubData {
    /** It was removed from storage. */
    REMOVED,
    /** Only Hubgate's own data was removed; the hub's tables and queues stay. */
    LEFT
}
