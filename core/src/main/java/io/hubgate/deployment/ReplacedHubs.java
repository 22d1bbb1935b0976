// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Warning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The hubs whose code a deployment overwrote. Between the READY of its stage and the write, a trigger in the slot may have begun new work in
 * them, which nobody will end: without a seal, {@code swap} looks once more and says so (rule P-16).
 */
final class ReplacedHubs {
    private final DecisionContext context;

    ReplacedHubs(DecisionContext context) {
        this.context = context;
    }

    /** What began in them since the deployment was opened. */
    List<Warning> lateStarts(TaskHubName incoming, SlotName slot) {
        App app = context.app();
        Deployment open = app.deployment();
        if (open == null || open.isSealed() || !open.taskHub().equals(incoming)) {
            return List.of();
        }
        List<Warning> warnings = new ArrayList<>();
        for (TaskHubName hub : replacedBy(open, slot)) {
            context.witness().lateStarts(app, hub, open.openedAt()).ifPresent(warnings::add);
        }
        return warnings;
    }

    private Set<TaskHubName> replacedBy(Deployment open, SlotName slot) {
        App app = context.app();
        Set<TaskHubName> replaced =
                new LinkedHashSet<>(app.slot(slot).orElseThrow().occupantsWithout(open.taskHub()));
        app.releases().stream()
                .filter(release -> release.phase() == ReleasePhase.RETIRED)
                .filter(release -> release.times().retiredAt() != null
                        && !release.times().retiredAt().isBefore(open.openedAt()))
                .forEach(release -> replaced.add(release.taskHub()));
        return replaced;
    }
}
