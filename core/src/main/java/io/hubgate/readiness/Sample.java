// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.Objects;

/**
 * One instance shown as an example of what blocks.
 *
 * @param instanceId the raw id
 * @param functionName the orchestrator
 * @param runtimeStatus its status
 * @param since when it took that status, on the host's clock
 * @param firstSeen the earliest event that showed it alive
 * @param restarts whether it has been finished before
 */
public record Sample(
        InstanceId instanceId,
        OrchestratorName functionName,
        RuntimeStatus runtimeStatus,
        Instant since,
        Instant firstSeen,
        boolean restarts) {
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
}
