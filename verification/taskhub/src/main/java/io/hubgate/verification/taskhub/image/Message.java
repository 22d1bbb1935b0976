// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message of a queue.
 *
 * @param id the service's id of it
 * @param text what it says, as stored
 * @param dequeueCount how often it was taken
 * @param insertedAt when it was put there, on the service's clock
 * @param hiddenUntil when it can be seen, or null if it can be
 */
public record Message(
        String id,
        String text,
        long dequeueCount,
        Instant insertedAt,
        @Nullable Instant hiddenUntil) {
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(insertedAt, "insertedAt");
    }

    public boolean isVisible(Instant now) {
        return hiddenUntil == null || !hiddenUntil.isAfter(now);
    }
}
