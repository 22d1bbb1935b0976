// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import io.hubgate.model.TaskHubName;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task hub that was met in an account, by its artefacts; what costs more than a few requests is not counted.
 *
 * @param hub its name; in lower case if only queues or containers are left of it
 * @param hasTables whether its tables of instances and history are in the account; without them it may have a tracking store elsewhere
 * @param controlQueues how many control queues it has
 * @param messages how many messages its queues hold, hidden ones included
 * @param instances how many instances the first page of its table shows
 * @param moreInstances whether there are more than that
 * @param active how many of those that were seen are neither terminal nor entities
 * @param lastActivity the latest sign of life that was seen: a row of the first page, a renewal of a partition, a visible message; null if none
 * @param hostAlive whether a host owns a partition now
 * @param seenAt the service's clock
 */
public record HubSummary(
        TaskHubName hub,
        boolean hasTables,
        int controlQueues,
        long messages,
        long instances,
        boolean moreInstances,
        long active,
        @Nullable Instant lastActivity,
        boolean hostAlive,
        Instant seenAt) {
    private static final Duration LONG_SILENCE = Duration.ofDays(7);

    /** Checks that the parts that always exist do. */
    public HubSummary {
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(seenAt, "seenAt");
    }

    /**
     * Tells whether nobody seems to use the hub any more. A hint for a person, never a reason to remove anything. Of a hub whose tables or
     * queues are not here too little is seen: it may have a tracking store, or be one.
     *
     * @return true if all of it is here, no host lives, and the last sign of life is more than 7 days old, or there is none
     */
    public boolean looksAbandoned() {
        return hasTables
                && controlQueues > 0
                && !hostAlive
                && (lastActivity == null || lastActivity.plus(LONG_SILENCE).isBefore(seenAt));
    }
}
