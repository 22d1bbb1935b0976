// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import io.hubgate.tracking.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds cases: a hub that left production an hour ago, was heard ten minutes ago, and is drained, until a test says otherwise. */
final class Cases {
    static final Instant NOW = Instant.parse("2026-11-23T05:18:30Z");
    static final TaskHubName HUB = new TaskHubName("orders419");
    static final TaskHubName OTHER = new TaskHubName("orders418");

    Intent intent = Intent.OVERWRITE;
    TaskHubName hub = HUB;
    Standing.Kind kind = Standing.Kind.HELD_PRODUCTION;
    boolean inProduction;
    boolean inSlot = true;

    @Nullable
    Instant stagedAt = NOW.minus(Duration.ofHours(3));

    @Nullable
    Instant leftProductionAt = NOW.minus(Duration.ofHours(1));

    @Nullable
    Instant retiredAt;

    Instant observedAt = NOW;
    final List<InstanceRecord> active = new ArrayList<>();
    boolean heard = true;
    Instant lastReceipt = NOW.minus(Duration.ofMinutes(10));

    @Nullable
    Instant lastTerminalAt = NOW.minus(Duration.ofMinutes(11));

    long countedActive;
    long withoutStart;
    long entities;
    boolean truncated;
    long quarantined;

    @Nullable
    Outage outage;

    @Nullable
    HubEvidence inspected;

    final List<Waiver> waivers = new ArrayList<>();
    ReadinessPolicy policy = ReadinessPolicy.DEFAULT;

    static Cases drained() {
        return new Cases();
    }

    static Cases onlyStagedUnheard() {
        Cases cases = new Cases();
        cases.kind = Standing.Kind.ONLY_STAGED;
        cases.leftProductionAt = null;
        cases.heard = false;
        return cases;
    }

    /** A hub that no slot holds and that was retired so long ago that its grace period is over. */
    static Cases retired() {
        Cases cases = new Cases();
        cases.intent = Intent.DELETE;
        cases.inSlot = false;
        cases.retiredAt = NOW.minus(ReadinessPolicy.DEFAULT.gracePeriod());
        return cases;
    }

    Cases running(String id, Duration ago) {
        return with(RuntimeStatus.RUNNING, id, ago);
    }

    Cases with(RuntimeStatus status, String id, Duration ago) {
        active.add(record(status, id, NOW.minus(ago)));
        return this;
    }

    /** An instance that finished a second before it ran again. */
    Cases restarting(String id, Duration ago) {
        Instant again = NOW.minus(ago);
        InstanceRecord first = record(RuntimeStatus.RUNNING, id, again.minusSeconds(60));
        InstanceRecord end = record(RuntimeStatus.COMPLETED, id, again.minusSeconds(1));
        active.add(first.join(end).join(record(RuntimeStatus.RUNNING, id, again)));
        return this;
    }

    static InstanceRecord record(RuntimeStatus status, String id, Instant at) {
        LifecycleEvent event =
                new LifecycleEvent(HUB, new InstanceId(id), new OrchestratorName("PlaceOrder"), status, at, "");
        return InstanceRecord.of(event, at);
    }

    Cases seen(Looks look) {
        inspected = new HubEvidence(look.build(), look.memory);
        return this;
    }

    HubCase build() {
        Standing standing = new Standing(hub, kind, inProduction, inSlot, stagedAt, leftProductionAt, retiredAt);
        EventEvidence events = new EventEvidence(hub, observedAt, active, traffic(), quarantined, outage);
        return new HubCase(intent, standing, events, inspected, waivers, policy, NOW);
    }

    private @Nullable Traffic traffic() {
        if (!heard) {
            return null;
        }
        long count = Math.max(countedActive, active.size());
        return new Traffic(
                NOW.minus(Duration.ofDays(1)),
                lastReceipt,
                NOW.minus(Duration.ofMinutes(14)),
                lastTerminalAt,
                count,
                withoutStart,
                entities,
                truncated);
    }

    Verdict judge() {
        return ReadinessRules.standard().judge(build());
    }

    List<String> codes() {
        return codes(judge());
    }

    /** The codes of all that stands against READY. */
    static List<String> codes(Verdict verdict) {
        List<Finding> found = new ArrayList<>(verdict.basis().reasons());
        found.addAll(verdict.basis().blockers());
        return found.stream().map(Finding::codeName).toList();
    }

    static List<String> warnings(Verdict verdict) {
        return verdict.basis().warnings().stream().map(Finding::codeName).toList();
    }

    Blocker blocker(BlockerCode code) {
        return judge().basis().blockers().stream()
                .filter(b -> b.code() == code)
                .findFirst()
                .orElseThrow();
    }

    Reason reason(ReasonCode code) {
        return judge().basis().reasons().stream()
                .filter(r -> r.code() == code)
                .findFirst()
                .orElseThrow();
    }

    Warning warning(WarningCode code) {
        return judge().basis().warnings().stream()
                .filter(x -> x.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
