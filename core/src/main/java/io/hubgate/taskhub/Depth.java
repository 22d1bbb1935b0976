// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

/** How far an inspection looks. */
public enum Depth {
    /**
     * Queues and owners once, no rows and no history: the second look right before a commit (rule P-15). The look has {@link HubRows#UNREAD},
     * what it saw in {@code before} and {@code owners}, and nothing in {@code after} and {@code ownersAfter}. The rules never judge it by
     * itself, only together with a whole look: {@link HubLook#lookedAtAgain}.
     */
    QUEUES,
    /**
     * Until the first thing that stands against READY; enough for a yes or no. Never asked for where a waiver or a declaration may take that
     * thing away again, since a look that stopped is never READY.
     */
    FIRST_BLOCKER,
    /** Everything, so that counts are whole. */
    WHOLE,
    /** Everything, and for each active instance what it waits for, read from its history without inputs and outputs. */
    EXPLAIN
}
