// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

/**
 * What a removal may touch beside what is the hub's alone.
 *
 * @param sharedRows whether the hub's rows in tables that other hubs use too may be removed, one by one, each by its ETag and the exact name
 *     of the hub in it; kept by default (rule P-13)
 */
public record CleanupOptions(boolean sharedRows) {
    /** Only what is the hub's alone. */
    public static final CleanupOptions DEFAULT = new CleanupOptions(false);
}
