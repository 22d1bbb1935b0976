// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.util.List;

/**
 * One rule of the verdict: a pure function of a case. It performs no I/O, reads no clock and keeps no state, so it is thread-safe. An
 * embedder may add rules; a rule can only move a verdict away from READY.
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
