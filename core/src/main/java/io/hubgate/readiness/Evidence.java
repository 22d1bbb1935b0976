// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one source said about a hub, and when, as an answer shows it (rule R-4).
 *
 * @param source {@code events}, or {@link HubEvidence#SOURCE} for the hub's own storage
 * @param taskHub the hub
 * @param checkedAt when the source was read
 * @param active how many active orchestrations it showed
 * @param lastEventAt the latest event time, or null if there was none
 */
public record Evidence(
        String source,
        TaskHubName taskHub,
        Instant checkedAt,
        long active,
        @Nullable Instant lastEventAt) {}
