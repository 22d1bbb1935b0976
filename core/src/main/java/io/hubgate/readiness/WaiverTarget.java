// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What exactly a waiver is about. Once any of it is different, the waiver says nothing any more. */
public sealed interface WaiverTarget {
    /**
     * An instance or entity in one generation.
     *
     * @param instance the raw id
     * @param executionId its generation, or null for an instance of which only events are known
     */
    record OfInstance(InstanceId instance, @Nullable ExecutionId executionId) implements WaiverTarget {
        /** Checks that there is an instance. */
        public OfInstance {
            Objects.requireNonNull(instance, "instance");
        }
    }

    /**
     * So many unexplained messages in one control queue.
     *
     * @param queue the number of the control queue
     * @param count how many messages
     */
    record OfQueue(int queue, long count) implements WaiverTarget {
        /**
         * Checks both numbers.
         *
         * @throws IllegalArgumentException if the queue's is negative, or there is no message
         */
        public OfQueue {
            if (queue < 0 || count < 1) {
                throw new IllegalArgumentException("a waiver is about at least one message of a control queue");
            }
        }
    }

    /**
     * One message.
     *
     * @param messageId the id that the service gave it
     */
    record OfMessage(String messageId) implements WaiverTarget {
        /** Checks that there is an id. */
        public OfMessage {
            Objects.requireNonNull(messageId, "messageId");
        }
    }
}
