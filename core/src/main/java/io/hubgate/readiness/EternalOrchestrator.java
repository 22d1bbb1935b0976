// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import java.util.Objects;
import java.util.Set;

/**
 * An orchestrator whose instances restart themselves for ever, as its app declares it. They never drain, so they block and say so; only those
 * that are named one by one are left out of account.
 *
 * @param name the orchestrator
 * @param handOver how its work gets to the next release, in words for a person
 * @param ignored the instances that may be lost, by raw id
 */
public record EternalOrchestrator(OrchestratorName name, String handOver, Set<InstanceId> ignored) {
    /** Copies the set. */
    public EternalOrchestrator {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(handOver, "handOver");
        ignored = Set.copyOf(ignored);
    }
}
