// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.tracking;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.util.Objects;

/**
 * One notification of the Durable Functions extension about one instance. Events are hints: the extension publishes them before its
 * checkpoint, may lose, repeat and reorder them, and sends none for some changes.
 *
 * @param hub the hub that the event names, in the casing of the host's configuration
 * @param instance the raw instance id
 * @param function the orchestrator, or for an entity its lower-cased name
 * @param status the status that the event reports
 * @param eventTime when it was published, on the host's clock, with up to 100 ns precision
 * @param reason why it failed or was terminated; empty when there is none; kept up to {@link #LONGEST_REASON} characters
 */
public record LifecycleEvent(
        TaskHubName hub,
        InstanceId instance,
        OrchestratorName function,
        RuntimeStatus status,
        Instant eventTime,
        String reason) {
    /** How much of a reason is kept: isolated workers send whole stack traces. */
    public static final int LONGEST_REASON = 200;

    /** Cuts the reason. */
    public LifecycleEvent {
        Objects.requireNonNull(eventTime, "eventTime");
        if (reason.length() > LONGEST_REASON) {
            reason = reason.substring(0, LONGEST_REASON);
        }
    }
}
