// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.Text;
import java.util.List;

/**
 * Asks one rule, and takes a failure of the rule for doubt (rule R-2).
 *
 * <p>The code of the doubt is {@code UNREACHABLE}: something that the verdict needs cannot be had. No other code is nearer: nothing is stale,
 * partial or contradictory, and a code of its own would be one that clients do not know.
 */
final class RuleCall {
    private RuleCall() {}

    /**
     * Returns what a rule finds, or the reason that it failed.
     *
     * @param rule the rule
     * @param hubCase the case
     * @return the findings
     */
    static List<Finding> ask(ReadinessRule rule, HubCase hubCase) {
        try {
            return List.copyOf(rule.judge(hubCase));
        } catch (RuntimeException e) {
            return List.of(failed(rule, hubCase, e));
        }
    }

    private static Reason failed(ReadinessRule rule, HubCase hubCase, RuntimeException failure) {
        return new Reason(
                ReasonCode.UNREACHABLE,
                "the rule " + Text.shown(rule.getClass().getName()) + " failed on " + hubCase.hub() + " with "
                        + failure.getClass().getName(),
                "repair or remove the rule",
                hubCase.hub());
    }
}
