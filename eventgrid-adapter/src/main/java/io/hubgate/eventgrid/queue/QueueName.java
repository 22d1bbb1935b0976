// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import io.hubgate.error.InvalidValueException;
import io.hubgate.model.Text;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of a storage queue that events come by. Azure takes 3 to 63 lower-case letters, digits and single hyphens, which stand neither first
 * nor last (<a href="https://learn.microsoft.com/rest/api/storageservices/naming-queues-and-metadata">Naming queues and metadata</a>); at most
 * 56 here, so that there is room for {@code -poison}.
 *
 * @param value the name
 */
public record QueueName(String value) {
    private static final String POISON = "-poison";
    private static final int LONGEST = 63 - POISON.length();
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * Checks the name.
     *
     * @throws InvalidValueException if no queue can have this name, or its poison queue could not
     */
    public QueueName {
        Objects.requireNonNull(value, "value");
        if (value.length() < 3
                || value.length() > LONGEST
                || !FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "'" + Text.shown(value) + "' is no name of a queue for events",
                    "give 3 to " + LONGEST + " lower-case letters, digits and single hyphens, none first or last");
        }
    }

    /** Returns the name of the queue for messages that cannot be understood. */
    String poison() {
        return value + POISON;
    }

    @Override
    public String toString() {
        return value;
    }
}
