// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.tracking;

import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event that was acknowledged and not understood, put aside until an operator dismisses it (rules E-2, R-8). All text in it is foreign.
 *
 * @param id its name
 * @param receivedAt when it was received
 * @param reason what is wrong with it; kept up to {@link #LONGEST_TEXT} characters
 * @param hub the hub that it names, or null if that cannot be read: it then counts against every hub
 * @param excerpt its beginning; kept up to {@link #LONGEST_TEXT} characters
 */
public record QuarantinedEvent(
        QuarantineId id,
        Instant receivedAt,
        String reason,
        @Nullable TaskHubName hub,
        String excerpt) {
    /** How much of the reason and of the excerpt is kept. */
    public static final int LONGEST_TEXT = 1024;

    /** Cuts the texts. */
    public QuarantinedEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(receivedAt, "receivedAt");
        reason = cut(reason);
        excerpt = cut(excerpt);
    }

    /**
     * Tells whether this event counts against a hub.
     *
     * @param other the hub
     * @return true if it names that hub or none
     */
    public boolean concerns(TaskHubName other) {
        return hub == null || hub.equals(other);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
