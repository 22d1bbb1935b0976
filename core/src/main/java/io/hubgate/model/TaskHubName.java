// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.InvalidValueException;
import java.util.Locale;
import java.util.Objects;

/**
 * The name of a task hub: 3 to 45 letters and digits, the first a letter, compared without case. The Durable Functions extension gives this
 * rule in its own error message; tables of Azure Storage ignore case, so {@code Orders} and {@code orders} are one hub.
 *
 * @param value the name as it was first written
 */
public record TaskHubName(String value) implements Comparable<TaskHubName> {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 45;

    /**
     * Checks the name.
     *
     * @throws InvalidValueException with {@link ErrorCode#HUB_NAME_INVALID} if it breaks the rule
     */
    public TaskHubName {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new InvalidValueException(
                    ErrorCode.HUB_NAME_INVALID,
                    "task hub name '" + Text.shown(value) + "' is not usable",
                    "give 3 to 45 letters and digits, beginning with a letter");
        }
    }

    /**
     * Tells whether a text could be the name of a task hub.
     *
     * @param text any text
     * @return true if it keeps the rule
     */
    public static boolean isValid(String text) {
        // By hand: this runs for each event, and a regular expression costs more than the rest of it.
        if (text.length() < SHORTEST || text.length() > LONGEST || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /**
     * Returns a hub name for a build: valid, the same for the same arguments on every machine, and different for different arguments.
     * It reads as app, then build, then {@code x} and ten characters of a hash over the length-prefixed arguments (rule P-8).
     *
     * @param app the app
     * @param buildId the build, any text
     * @return the name
     */
    public static TaskHubName forBuild(AppName app, String buildId) {
        return BuildHubName.of(app, buildId);
    }

    /**
     * Returns a hub name for one attempt of a build, as {@link #forBuild(AppName, String)} does.
     *
     * @param app the app
     * @param buildId the build, any text
     * @param attempt the attempt, any text
     * @return the name
     */
    public static TaskHubName forBuild(AppName app, String buildId, String attempt) {
        return BuildHubName.of(app, buildId, attempt);
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
        return other instanceof TaskHubName name && name.value.equalsIgnoreCase(value);
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public int compareTo(TaskHubName other) {
        return key().compareTo(other.key());
    }

    @Override
    public String toString() {
        return value;
    }
}
