// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import io.hubgate.error.InvalidValueException;
import java.util.Objects;

/**
 * The name of an orchestrator function (of an entity: its lower-cased name), as the event has it: 0 to 512 UTF-16 units. It is empty when the
 * event gave none.
 *
 * @param value the raw name
 */
public record OrchestratorName(String value) implements Comparable<OrchestratorName> {
    /** The name of an orchestrator that the event did not name. */
    public static final OrchestratorName UNNAMED = new OrchestratorName("");

    /** The largest length that is kept. */
    public static final int LONGEST = 512;

    /**
     * Checks the name.
     *
     * @throws InvalidValueException if it is longer than {@link #LONGEST}
     */
    public OrchestratorName {
        Objects.requireNonNull(value, "value");
        if (value.length() > LONGEST) {
            throw new InvalidValueException(
                    "orchestrator name '" + Text.shown(value) + "' has " + value.length() + " characters",
                    "give at most " + LONGEST + " characters");
        }
    }

    @Override
    public int compareTo(OrchestratorName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
