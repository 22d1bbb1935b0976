// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import io.hubgate.error.InvalidValueException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of a function app, compared without case: 1 to 60 letters, digits and hyphens, neither beginning nor ending with a hyphen.
 * Azure allows 2 to 60 such characters for a function app; one letter is allowed here for tests.
 *
 * @param value the name as it was first written
 */
public record AppName(String value) implements Comparable<AppName> {
    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,58}[A-Za-z0-9])?");

    /**
     * Checks the name.
     *
     * @throws InvalidValueException if it breaks the rule
     */
    public AppName {
        Objects.requireNonNull(value, "value");
        if (!RULE.matcher(value).matches()) {
            throw new InvalidValueException(
                    "app name '" + Text.shown(value) + "' is not usable",
                    "give 1 to 60 letters, digits and hyphens, not beginning or ending with a hyphen");
        }
    }

    /**
     * Returns the form that names are compared by.
     *
     * @return the name in lower case
     */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AppName name && name.key().equals(key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public int compareTo(AppName other) {
        return key().compareTo(other.key());
    }

    @Override
    public String toString() {
        return value;
    }
}
