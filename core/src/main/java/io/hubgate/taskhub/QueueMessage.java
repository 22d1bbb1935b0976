// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A visible message of a queue, as a peek shows it; its content beyond kind and target is not kept.
 *
 * @param messageId the id that the service gave it
 * @param kind the engine's word for the event in it, such as {@code ExecutionStarted}, or empty if it cannot be read
 * @param instance whom it is for, or null if it cannot be read
 * @param executionId the generation that it is for, or null
 * @param dequeueCount how often it was taken and not deleted
 * @param insertedAt when it was put there, on the service's clock
 */
public record QueueMessage(
        String messageId,
        String kind,
        @Nullable InstanceId instance,
        @Nullable ExecutionId executionId,
        long dequeueCount,
        Instant insertedAt) {
    /** Checks that the parts that always exist do. */
    public QueueMessage {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(insertedAt, "insertedAt");
    }

    /**
     * Tells whether it says that a timer is due: the engine's {@code TimerFiredEvent}. What a host does with it if the instance has finished
     * meanwhile is to drop it.
     *
     * @return false for every other kind, and where the kind cannot be read
     */
    public boolean isTimer() {
        return kind.equals("TimerFired");
    }
}
