// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

/** On what kind of evidence a verdict stands (rule R-4). */
public enum Confidence {
    /** On lifecycle events, which are lossy, early and for some instances wrong. */
    EVENTS_ONLY,
    /** On the task hub's own storage. */
    TASK_HUB
}
