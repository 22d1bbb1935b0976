// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import org.jspecify.annotations.Nullable;

/**
 * Who did something: the name of the key (or {@code local}), and on whose behalf if the caller said so. Both are 1 to 256 characters.
 *
 * @param name the key's name, or {@code local}
 * @param onBehalfOf whom the caller named, or null
 */
public record Actor(String name, @Nullable String onBehalfOf) {
    /** The actor of calls without keys. */
    public static final Actor LOCAL = new Actor("local", null);

    /** Checks both names. */
    public Actor {
        name = Text.line("actor", name, 256);
        onBehalfOf = onBehalfOf == null ? null : Text.line("actor", onBehalfOf, 256);
    }

    /**
     * Returns an actor that acts for itself.
     *
     * @param name the name
     * @return the actor
     */
    public static Actor of(String name) {
        return new Actor(name, null);
    }

    @Override
    public String toString() {
        return onBehalfOf == null ? name : name + " on behalf of " + onBehalfOf;
    }
}
