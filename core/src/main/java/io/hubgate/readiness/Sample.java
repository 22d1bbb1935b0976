// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.InstanceHistory;
import io.hubgate.taskhub.Wait;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One instance shown as an example of what blocks.
 *
 * @param instanceId the raw id
 * @param functionName the orchestrator
 * @param runtimeStatus its status
 * @param since when it took that status, on the host's clock
 * @param firstSeen the earliest event that showed it alive
 * @param restarts whether it has been finished before
 * @param executionId its generation, as a waiver names it, or null if only events are known of it
 * @param lastProgress when its last episode ended, on a host's clock, or null if that is not known
 * @param waits what it waits for by its history; empty if history holds none of it, so that it waits for an external event or a lock; null if
 *     history was not read, or it has not begun or has ended, so that it waits for nothing
 */
public record Sample(
        InstanceId instanceId,
        OrchestratorName functionName,
        RuntimeStatus runtimeStatus,
        Instant since,
        Instant firstSeen,
        boolean restarts,
        @Nullable ExecutionId executionId,
        @Nullable Instant lastProgress,
        @Nullable List<Wait> waits) {
    /** Copies the list. */
    public Sample {
        waits = waits == null ? null : List.copyOf(waits);
    }

    /**
     * A sample of which only events are known.
     *
     * @param instanceId the raw id
     * @param functionName the orchestrator
     * @param runtimeStatus its status
     * @param since when it took that status, on the host's clock
     * @param firstSeen the earliest event that showed it alive
     * @param restarts whether it has been finished before
     */
    public Sample(
            InstanceId instanceId,
            OrchestratorName functionName,
            RuntimeStatus runtimeStatus,
            Instant since,
            Instant firstSeen,
            boolean restarts) {
        this(instanceId, functionName, runtimeStatus, since, firstSeen, restarts, null, null, null);
    }

    /**
     * Returns an active instance as a sample.
     *
     * @param active a record of an active instance
     * @return the sample
     */
    public static Sample of(InstanceRecord active) {
        return new Sample(
                active.id(),
                active.function(),
                active.status(),
                active.since(),
                Objects.requireNonNullElse(active.firstSeen(), active.since()),
                active.restarts());
    }

    /**
     * Returns a row of the hub as a sample, together with what events say of it.
     *
     * @param row the row
     * @param tracked what events say of the same instance, or null
     * @return the sample
     */
    static Sample of(HubInstance row, @Nullable InstanceRecord tracked) {
        Instant begun = row.createdAt() == null ? row.writtenAt() : row.createdAt();
        Instant since = row.updatedAt() == null ? begun : row.updatedAt();
        Sample known = tracked == null
                ? new Sample(row.id(), row.name(), row.status(), since, begun, false)
                : Sample.of(tracked);
        return new Sample(
                row.id(),
                row.name(),
                row.status(),
                known.since(),
                known.firstSeen(),
                known.restarts(),
                row.executionId(),
                row.updatedAt(),
                waits(row.history()));
    }

    private static @Nullable List<Wait> waits(@Nullable InstanceHistory history) {
        return history == null || !history.started() || history.endedAs() != null ? null : history.waits();
    }

    /**
     * Returns this sample without what it waits for and how far it came, as a decision keeps it.
     *
     * @return the sample as far as events can tell it
     */
    public Sample plain() {
        return new Sample(instanceId, functionName, runtimeStatus, since, firstSeen, restarts);
    }
}
