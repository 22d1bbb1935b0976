// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import io.hubgate.error.InvalidValueException;
import java.util.Objects;

/**
 * The id of one generation of an instance: a restart, a reuse of the instance id and each ContinueAsNew give a new one. The engine writes 32
 * hexadecimal digits; any 1 to 256 UTF-16 units are kept as they are.
 *
 * @param value the raw id
 */
public record ExecutionId(String value) implements Comparable<ExecutionId> {
    /** The largest length that is kept. */
    public static final int LONGEST = 256;

    /**
     * Checks the id.
     *
     * @throws InvalidValueException if it is empty or longer than {@link #LONGEST}
     */
    public ExecutionId {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new InvalidValueException(
                    "execution id '" + Text.shown(value) + "' has " + value.length() + " characters",
                    "give 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public int compareTo(ExecutionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
