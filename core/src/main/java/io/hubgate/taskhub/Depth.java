// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

/** How far an inspection looks. */
public enum Depth {
    /** Until the first thing that stands against READY; enough for a yes or no. */
    FIRST_BLOCKER,
    /** Everything, so that counts are whole. */
    WHOLE,
    /** Everything, and for each active instance what it waits for, read from its history without inputs and outputs. */
    EXPLAIN
}
