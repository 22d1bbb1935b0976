// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Silence counts only after the settle window (rule R-10): ContinueAsNew publishes Completed milliseconds before the next Running. While
 * something is active there is no silence yet, so only {@code INSTANCES_ACTIVE} blocks then: a {@code readyAt} would be a false promise.
 */
final class SettlingRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        SettleWindow window = SettleWindow.of(hubCase);
        Instant readyAt = window.readyAt();
        if (readyAt == null
                || window.isOver(hubCase.now())
                || Survey.of(hubCase).isActive()) {
            return List.of();
        }
        String left = HumanDuration.remaining(Duration.between(hubCase.now(), readyAt));
        String why = window.afterOutage() ? ", since events of a time without a backend may still come" : "";
        return List.of(Blocker.of(
                BlockerCode.SETTLING,
                hubCase.hub(),
                hubCase.hub() + " must stay quiet for another " + left + why,
                "wait until then; an event of the hub starts the settle window anew",
                readyAt));
    }
}
