// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Claim;
import io.hubgate.deployment.SlotQuestion;
import io.hubgate.deployment.Witness;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events that show exactly the work there is: a hub blocks while it works, and while production records it.
 *
 * @param physical what is really there
 * @param rules which rules hold: whether every hub that the slot may hold is judged, and whether a seal looks for hosts
 */
record ModelWitness(Physical physical, Rules rules) implements Witness {
    @Override
    public Verdict judge(SlotQuestion question) {
        List<Finding> findings = new ArrayList<>(question.findings());
        for (TaskHubName hub : question.hubs()) {
            boolean recorded = question.app()
                    .slot(question.slot())
                    .map(slot -> hub.equals(slot.recorded()))
                    .orElse(false);
            if (!rules.hold(Rules.Rule.OCCUPANTS) && !recorded) {
                continue;
            }
            if (hub.equals(question.app().liveHub())) {
                findings.add(Blocker.of(BlockerCode.STILL_ROUTED, hub, hub + " is in production", "swap first", null));
            } else if (physical.works(hub)) {
                findings.add(Blocker.of(BlockerCode.INSTANCES_ACTIVE, hub, hub + " holds work", "wait", null));
            }
            if (question.stopped() && rules.hold(Rules.Rule.SEAL_SEES_HOSTS) && physical.isHosted(hub)) {
                findings.add(Blocker.of(BlockerCode.HOST_ACTIVE, hub, "a host works on " + hub, "stop it", null));
            }
        }
        return Verdict.of(question.intent(), Machine.NOW, null, findings, List.of());
    }

    @Override
    public Optional<Claim> claim(TaskHubName hub) {
        return Optional.empty();
    }

    @Override
    public boolean showsWork(App app, TaskHubName hub) {
        return physical.works(hub);
    }

    @Override
    public EntityCount entities(App app, TaskHubName hub) {
        return new EntityCount(0, true);
    }

    @Override
    public Optional<Warning> lateStarts(App app, TaskHubName hub, Instant since) {
        return Optional.empty();
    }
}
