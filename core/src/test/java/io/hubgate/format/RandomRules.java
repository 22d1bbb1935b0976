// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.AppRules;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.EternalOrchestrator;
import io.hubgate.readiness.Waiver;
import io.hubgate.readiness.WaiverTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Policies and waivers of every kind. Sets hold one thing at most, so that their texts can be compared. */
final class RandomRules {
    private final RandomParts parts;

    RandomRules(RandomParts parts) {
        this.parts = parts;
    }

    AppRules rules() {
        return new AppRules(policy(), parts.list(3, this::waiver));
    }

    private AppPolicy policy() {
        return new AppPolicy(
                parts.maybe(() -> Duration.ofSeconds(parts.count() % 1000)),
                parts.maybe(() -> Duration.ofMillis(parts.count() % 1000)),
                parts.of(AppPolicy.Sources.values()),
                parts.of(AppPolicy.Mode.values()),
                parts.of(AppPolicy.AtCleanup.values()),
                parts.of(AppPolicy.LeftBehind.values()),
                parts.flag(),
                parts.flag(),
                parts.list(2, this::eternal));
    }

    private EternalOrchestrator eternal() {
        return new EternalOrchestrator(
                new OrchestratorName(parts.line(20)), parts.text(40), Set.copyOf(parts.list(1, this::instance)));
    }

    private InstanceId instance() {
        return new InstanceId(parts.line(30));
    }

    private Waiver waiver() {
        Instant at = Instant.EPOCH.plusSeconds(parts.count() % 4_000_000_000L);
        WaiverTarget target = parts.flag()
                ? new WaiverTarget.OfInstance(instance(), parts.maybe(() -> new ExecutionId(parts.line(32))))
                : parts.flag() ? new WaiverTarget.OfMessage(parts.line(36)) : new WaiverTarget.OfQueue(3, 17);
        return new Waiver(
                parts.line(8),
                parts.hub(),
                code(target),
                target,
                parts.actor(),
                parts.line(60),
                at,
                at.plusSeconds(60));
    }

    private BlockerCode code(WaiverTarget target) {
        if (target instanceof WaiverTarget.OfInstance) {
            return parts.flag() ? BlockerCode.STALE_STATUS : BlockerCode.ENTITY_LOCK_ORPHANED;
        }
        return target instanceof WaiverTarget.OfMessage ? BlockerCode.POISON_MESSAGE : BlockerCode.UNEXPLAINED_MESSAGES;
    }
}
