// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The data of a retired hub is kept for the grace period (rule R-17). At its end, to the nanosecond, it is over. */
final class GracePeriodRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        Instant retiredAt = hubCase.standing().retiredAt();
        if (hubCase.intent() != Intent.DELETE || retiredAt == null) {
            return List.of();
        }
        Instant readyAt = retiredAt.plus(hubCase.policy().gracePeriod());
        if (!hubCase.now().isBefore(readyAt)) {
            return List.of();
        }
        String left = HumanDuration.remaining(Duration.between(hubCase.now(), readyAt));
        return List.of(Blocker.of(
                BlockerCode.GRACE_PERIOD,
                hubCase.hub(),
                hubCase.hub() + " is retired, and its data is kept for another " + left,
                "wait until then, or configure a shorter grace period",
                readyAt));
    }
}
