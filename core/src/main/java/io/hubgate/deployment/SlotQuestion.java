// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.Intent;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One question about a slot.
 *
 * @param app the record by which the hubs stand
 * @param slot the slot
 * @param intent what is meant to be done
 * @param hubs the hubs to judge: what the slot may hold
 * @param findings what was already found about the slot itself
 * @param stopped whether a host that lives on one of the hubs stands against READY too, since the slot is to be stopped (rule P-16)
 */
public record SlotQuestion(
        App app, SlotName slot, Intent intent, Set<TaskHubName> hubs, List<Finding> findings, boolean stopped) {
    /**
     * A question about a slot that may be running.
     *
     * @param app the record by which the hubs stand
     * @param slot the slot
     * @param intent what is meant to be done
     * @param hubs the hubs to judge: what the slot may hold
     * @param findings what was already found about the slot itself
     */
    public SlotQuestion(App app, SlotName slot, Intent intent, Set<TaskHubName> hubs, List<Finding> findings) {
        this(app, slot, intent, hubs, findings, false);
    }

    /** Copies both. */
    public SlotQuestion {
        hubs = Collections.unmodifiableSet(new LinkedHashSet<>(hubs));
        findings = List.copyOf(findings);
    }

    /** The same question about a slot that is to be stopped. */
    SlotQuestion whileStopped() {
        return new SlotQuestion(app, slot, intent, hubs, findings, true);
    }
}
