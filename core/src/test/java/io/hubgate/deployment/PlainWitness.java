// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.Reason;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import io.hubgate.readiness.WarningCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A world in which each hub works or not, is readable or not, and belongs to whom the test says. It remembers what it was asked. */
final class PlainWitness implements Witness {
    final Set<TaskHubName> working = new LinkedHashSet<>();
    final Set<TaskHubName> unreadable = new LinkedHashSet<>();
    final Map<TaskHubName, Claim> claims = new LinkedHashMap<>();
    final Set<TaskHubName> hosted = new LinkedHashSet<>();
    final Map<TaskHubName, EntityCount> entities = new LinkedHashMap<>();
    final List<SlotQuestion> asked = new ArrayList<>();

    void owned(TaskHubName hub, AppName owner) {
        claims.put(hub, new Claim(hub, owner, null));
    }

    void buried(TaskHubName hub, AppName owner, Release tombstone) {
        claims.put(hub, new Claim(hub, owner, tombstone));
    }

    /** The hubs of the latest question. */
    @Nullable
    Set<TaskHubName> judged() {
        return asked.isEmpty() ? null : asked.get(asked.size() - 1).hubs();
    }

    @Override
    public Verdict judge(SlotQuestion question) {
        asked.add(question);
        List<Finding> findings = new ArrayList<>(question.findings());
        for (TaskHubName hub : question.hubs()) {
            if (hub.equals(question.app().liveHub())) {
                findings.add(Blocker.of(BlockerCode.STILL_ROUTED, hub, hub + " is in production", "swap first", null));
            }
            if (working.contains(hub)) {
                findings.add(Blocker.of(BlockerCode.INSTANCES_ACTIVE, hub, "work runs in " + hub, "wait", null));
            }
            if (question.stopped() && hosted.contains(hub)) {
                findings.add(Blocker.of(BlockerCode.HOST_ACTIVE, hub, "a host works on " + hub, "stop it", null));
            }
            if (unreadable.contains(hub)) {
                findings.add(new Reason(ReasonCode.HUB_NEVER_SEEN, hub + " was never seen", "start one", hub));
            }
        }
        return Verdict.of(question.intent(), Scene.NOW, null, findings, List.of());
    }

    @Override
    public Optional<Claim> claim(TaskHubName hub) {
        return Optional.ofNullable(claims.get(hub));
    }

    @Override
    public boolean showsWork(App app, TaskHubName hub) {
        return working.contains(hub);
    }

    @Override
    public EntityCount entities(App app, TaskHubName hub) {
        return entities.getOrDefault(hub, new EntityCount(0, true));
    }

    /** What works here began just now. */
    @Override
    public Optional<Warning> lateStarts(App app, TaskHubName hub, Instant since) {
        return working.contains(hub)
                ? Optional.of(new Warning(WarningCode.LATE_STARTS, "work began in " + hub, hub))
                : Optional.empty();
    }
}
