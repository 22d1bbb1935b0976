// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import java.time.Instant;
import java.util.Objects;

/**
 * A timer that was created and never fired in a generation that has ended: its message stays hidden in a control queue until it is due, and is
 * dropped then. Nothing else explains a hidden message (rule R-16).
 *
 * <p>In tables that other hubs use too, only rows that name exactly this hub give such timers: a row without the name, or with another's,
 * gives none.
 *
 * @param queue the number of the control queue: a hash of the instance id, modulo the number of control queues
 * @param instance the instance
 * @param executionId its generation
 * @param timerId the timer's id in that generation
 * @param firesAt when it is due
 */
public record OpenTimer(int queue, InstanceId instance, ExecutionId executionId, int timerId, Instant firesAt) {
    /** Checks that the parts exist. */
    public OpenTimer {
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(executionId, "executionId");
        Objects.requireNonNull(firesAt, "firesAt");
    }
}
