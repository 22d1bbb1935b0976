// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.util.List;

/**
 * One rule of the verdict: a pure function of a case. It performs no I/O, reads no clock and keeps no state, so it is thread-safe.
 *
 * <p>An embedder adds rules with {@link ReadinessRules#with(ReadinessRule)}. A rule can only move a verdict away from READY: it returns
 * blockers (NOT_READY), reasons (UNKNOWN) and warnings, and it cannot take away what another rule found. One that throws, or returns null,
 * makes the verdict UNKNOWN. A rule for an app that keeps shopping carts in entities, which the next release would not see:
 *
 * <pre>{@code
 * ReadinessRule carts = hubCase -> {
 *     Traffic traffic = hubCase.events().traffic();
 *     if (hubCase.intent() != Intent.OVERWRITE || traffic == null || traffic.entities() == 0) {
 *         return List.of();
 *     }
 *     return List.of(Blocker.of(
 *             BlockerCode.ENTITIES_PRESENT,
 *             hubCase.hub(),
 *             hubCase.hub() + " holds carts that the next release would not see",
 *             "move the carts first",
 *             null));
 * };
 * ReadinessRules rules = ReadinessRules.standard().with(carts);
 * }</pre>
 */
@FunctionalInterface
public interface ReadinessRule {
    /**
     * Returns what this rule finds.
     *
     * @param hubCase the case
     * @return findings, empty if there are none; never null
     */
    List<Finding> judge(HubCase hubCase);
}
