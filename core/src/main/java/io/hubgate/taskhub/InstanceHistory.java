// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.RuntimeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the history of an instance says about one generation, by the events that carry its execution id. Left-over rows of older generations
 * do not count.
 *
 * @param executionId the generation: that of the instance's row
 * @param started whether it has begun
 * @param endedAs how it ended, or null if it has not
 * @param endedAt when it ended, on a host's clock, or null
 * @param waits what it waits for, in the order in which it began to; empty if it ended, or waits for what history does not hold: an external
 *     event, or a lock
 */
public record InstanceHistory(
        ExecutionId executionId,
        boolean started,
        @Nullable RuntimeStatus endedAs,
        @Nullable Instant endedAt,
        List<Wait> waits) {
    /** Copies the list. */
    public InstanceHistory {
        Objects.requireNonNull(executionId, "executionId");
        waits = List.copyOf(waits);
    }
}
