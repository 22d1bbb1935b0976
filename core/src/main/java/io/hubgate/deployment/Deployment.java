// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.Holder;
import io.hubgate.model.ReleaseId;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.time.Duration;
import java.time.Instant;

/**
 * The one deployment that an app may have open. Its task hub name is its fencing token: it is never used again.
 *
 * @param taskHub the hub that is going live
 * @param release its release
 * @param slot the slot that exchanges with production
 * @param step how far it has come
 * @param kind whether a staged or a draining release is going live
 * @param holder the pipeline run that holds it
 * @param openedAt when it was opened
 * @param expiresAt when another may take it over
 * @param lease how long a renewal lasts
 * @param isSealed whether its slot was seen stopped and drained, so that nothing begins there before it is written to (rule P-16)
 */
public record Deployment(
        TaskHubName taskHub,
        ReleaseId release,
        SlotName slot,
        DeploymentStep step,
        ExchangeKind kind,
        Holder holder,
        Instant openedAt,
        Instant expiresAt,
        Duration lease,
        boolean isSealed) {
    /**
     * Tells whether the lease has run out; until somebody takes over, the deployment goes on working all the same.
     *
     * @param now the moment
     * @return true from {@code expiresAt} on
     */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /**
     * Tells whether a repeated command should renew the lease.
     *
     * @param now the moment
     * @return true when less than half of it is left
     */
    public boolean isHalfSpent(Instant now) {
        return Duration.between(now, expiresAt).compareTo(lease.dividedBy(2)) < 0;
    }

    /**
     * Tells whether an exchange is recorded and open.
     *
     * @return true at SWAPPED
     */
    public boolean isSwapped() {
        return step == DeploymentStep.SWAPPED;
    }

    Deployment renewed(Duration newLease, Instant now) {
        return new Deployment(
                taskHub, release, slot, step, kind, holder, openedAt, now.plus(newLease), newLease, isSealed);
    }

    Deployment asSealed() {
        return new Deployment(taskHub, release, slot, step, kind, holder, openedAt, expiresAt, lease, true);
    }
}
