// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import io.hubgate.error.InvalidValueException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of a deployment slot, kept in lower case: 1 to 59 letters, digits and hyphens. {@code production} and {@code staging} always
 * exist.
 *
 * @param value the name in lower case
 */
public record SlotName(String value) implements Comparable<SlotName> {
    /** Stands before the names that it checks: static parts begin in the order of the text. */
    private static final Pattern RULE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,57}[a-z0-9])?");

    /** The slot that serves the world. */
    public static final SlotName PRODUCTION = new SlotName("production");

    /** The slot that takes the next release when no other is named. */
    public static final SlotName STAGING = new SlotName("staging");

    /**
     * Checks the name and folds its case.
     *
     * @throws InvalidValueException if it breaks the rule
     */
    public SlotName {
        value = Objects.requireNonNull(value, "value").toLowerCase(Locale.ROOT);
        if (!RULE.matcher(value).matches()) {
            throw new InvalidValueException(
                    "slot name '" + Text.shown(value) + "' is not usable",
                    "give 1 to 59 letters, digits and hyphens, not beginning or ending with a hyphen");
        }
    }

    /**
     * Tells whether this is the production slot.
     *
     * @return true for production only
     */
    public boolean isProduction() {
        return equals(PRODUCTION);
    }

    @Override
    public int compareTo(SlotName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
