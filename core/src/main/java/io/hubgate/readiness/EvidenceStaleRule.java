// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Duration;
import java.util.List;

/**
 * No evidence older than the policy allows is used (rule R-4). Evidence from further ahead than that is none either: a clock was set back, and
 * its age is not known (rule R-2).
 */
final class EvidenceStaleRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        Duration age = Duration.between(hubCase.events().observedAt(), hubCase.now());
        if (age.abs().compareTo(hubCase.policy().evidenceAge()) <= 0) {
            return List.of();
        }
        String when = age.isNegative()
                ? "is dated " + HumanDuration.elapsed(age.abs()) + " ahead"
                : "is " + HumanDuration.elapsed(age) + " old";
        return List.of(new Reason(
                ReasonCode.EVIDENCE_STALE,
                "what is known of " + hubCase.hub() + " " + when + ", and "
                        + HumanDuration.elapsed(hubCase.policy().evidenceAge()) + " are allowed",
                "ask again",
                hubCase.hub()));
    }
}
