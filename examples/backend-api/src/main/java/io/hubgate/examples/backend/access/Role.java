// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import java.util.Locale;

/** What a key may be used for. {@code admin} includes deploy and cleanup, which include read; {@code events} stands alone. */
public enum Role {
    /** Looks. */
    READ,
    /** Takes the steps of a pipeline. */
    DEPLOY,
    /** Removes the data of task hubs. */
    CLEANUP,
    /** Declares, forces, dismisses. */
    ADMIN,
    /** Delivers events, and nothing else. */
    EVENTS;

    /**
     * Tells whether a key of this role may make calls that need another.
     *
     * @param needed the role that the call needs
     * @return true if so
     */
    public boolean includes(Role needed) {
        return switch (this) {
            case EVENTS, READ -> this == needed;
            case DEPLOY, CLEANUP -> this == needed || needed == READ;
            case ADMIN -> needed != EVENTS;
        };
    }

    /**
     * Returns the word that stands in keys files and answers.
     *
     * @return the name in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
