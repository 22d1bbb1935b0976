// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.tracking;

import io.hubgate.error.InvalidValueException;
import io.hubgate.model.Text;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of a quarantined event: 1 to 64 characters of {@code a-z 0-9 -}. Names sort by the time of receipt.
 *
 * @param value the name
 */
public record QuarantineId(String value) implements Comparable<QuarantineId> {
    private static final Pattern RULE = Pattern.compile("[a-z0-9-]{1,64}");

    /**
     * Checks the name.
     *
     * @throws InvalidValueException if it breaks the rule
     */
    public QuarantineId {
        Objects.requireNonNull(value, "value");
        if (!RULE.matcher(value).matches()) {
            throw new InvalidValueException(
                    "no quarantined event can be called '" + Text.shown(value) + "'",
                    "give an id as the list of quarantined events has it");
        }
    }

    @Override
    public int compareTo(QuarantineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
