// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import io.hubgate.error.InvalidValueException;
import java.util.Objects;

/**
 * The id of an orchestration instance or entity, exactly as the event or the unescaped table key has it: 1 to 1,024 UTF-16 units of any kind,
 * control characters included, compared with case. Ids beginning with {@code @} are entities; the extension lets no orchestration have one.
 *
 * @param value the raw id
 */
public record InstanceId(String value) implements Comparable<InstanceId> {
    /** The largest length of an id that is tracked (rule E-2). */
    public static final int LONGEST = 1024;

    /**
     * Checks the id.
     *
     * @throws InvalidValueException if it is empty or longer than {@link #LONGEST}
     */
    public InstanceId {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new InvalidValueException(
                    "instance id '" + Text.shown(value) + "' has " + value.length() + " characters",
                    "give 1 to " + LONGEST + " characters");
        }
    }

    /**
     * Tells whether this is the id of an entity.
     *
     * @return true if it begins with {@code @}
     */
    public boolean isEntity() {
        return value.charAt(0) == '@';
    }

    @Override
    public int compareTo(InstanceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
