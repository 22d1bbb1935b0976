// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

/** What a clean-up removes (rule P-13). */
public enum CleanupScope {
    /** The task hub itself, and what Hubgate knows of it. */
    TASK_HUB,
    /** Only what Hubgate knows of it; its tables, queues and containers stay. */
    TRACKING
}
