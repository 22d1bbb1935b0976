// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.App;
import io.hubgate.deployment.AppRules;
import io.hubgate.deployment.Claim;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.Deployment;
import io.hubgate.deployment.DeploymentStep;
import io.hubgate.deployment.ExchangeKind;
import io.hubgate.deployment.HubData;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.deployment.LogHead;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.deployment.Slot;
import io.hubgate.deployment.VerdictDigest;
import io.hubgate.deployment.VerdictDigest.FindingDigest;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.ReleaseId;
import io.hubgate.model.ReleaseLabel;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import io.hubgate.readiness.Confidence;
import io.hubgate.readiness.Evidence;
import io.hubgate.readiness.HubMemory;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Life;
import io.hubgate.readiness.Sample;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.LookTurn;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.taskhub.Removal;
import io.hubgate.tracking.QuarantineId;
import io.hubgate.tracking.QuarantinedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values of every kind of document, the same for the same seed: each optional part there or not, with odd texts and times. */
final class RandomValues {
    /** The key of every quarantined event, which is not in its document. */
    static final QuarantineId QUARANTINED = new QuarantineId("20261123t051812501234500-00000000-abcdef01");

    private final RandomParts parts;

    RandomValues(long seed) {
        this.parts = new RandomParts(seed);
    }

    App app() {
        TreeMap<SlotName, Slot> slots = new TreeMap<>();
        parts.list(4, this::slot).forEach(slot -> slots.put(slot.name(), slot));
        return new App(
                parts.app(),
                new Token(parts.count()),
                slots,
                parts.list(5, this::release),
                parts.maybe(this::deployment),
                parts.maybe(() -> parts.of(ExchangeKind.values())),
                parts.flag() ? AppRules.NONE : new RandomRules(parts).rules(),
                new LogHead(parts.count(), parts.text(64)));
    }

    private Slot slot() {
        TreeSet<TaskHubName> occupants = new TreeSet<>(parts.list(3, parts::hub));
        return new Slot(parts.slot(), parts.maybe(parts::hub), occupants, parts.flag());
    }

    private Release release() {
        return new Release(
                parts.hub(),
                label(),
                parts.of(ReleasePhase.values()),
                parts.maybe(parts::slot),
                times(),
                parts.maybe(parts::force),
                parts.maybe(() -> parts.of(HubData.values())));
    }

    private Release.Times times() {
        return new Release.Times(
                parts.time(),
                parts.maybe(parts::time),
                parts.maybe(parts::time),
                parts.maybe(parts::time),
                parts.maybe(parts::time),
                parts.maybe(parts::time));
    }

    private ReleaseLabel label() {
        return new ReleaseLabel(
                new ReleaseId(parts.line(128)),
                parts.maybe(() -> parts.line(40)),
                parts.maybe(() -> parts.line(40)),
                parts.maybe(parts::url));
    }

    private Deployment deployment() {
        return new Deployment(
                parts.hub(),
                new ReleaseId(parts.line(128)),
                parts.slot(),
                parts.of(DeploymentStep.values()),
                parts.of(ExchangeKind.values()),
                parts.holder(),
                parts.time(),
                parts.time(),
                parts.duration(),
                parts.flag());
    }

    Claim claim() {
        return new Claim(parts.hub(), parts.app(), parts.maybe(this::release));
    }

    Decision decision() {
        return new Decision(
                parts.count(),
                parts.time(),
                parts.actor(),
                parts.text(12),
                parts.maybe(parts::holder),
                parts.maybe(parts::hub),
                parts.text(60),
                new Token(parts.count()),
                parts.maybe(() -> parts.text(60)),
                parts.maybe(this::verdict),
                parts.maybe(parts::force),
                parts.flag(),
                parts.text(64));
    }

    private VerdictDigest verdict() {
        return new VerdictDigest(
                parts.text(10),
                parts.of(Intent.values()),
                parts.time(),
                parts.maybe(() -> parts.of(Confidence.values())),
                parts.list(4, this::finding),
                parts.list(4, this::sample),
                parts.list(4, this::evidence),
                parts.duration(),
                parts.maybe(() -> parts.text(30)),
                parts.text(5));
    }

    private FindingDigest finding() {
        return new FindingDigest(parts.text(20), parts.text(80), parts.maybe(parts::hub), parts.count());
    }

    private Sample sample() {
        return new Sample(
                new InstanceId(parts.text(60) + "i"),
                new OrchestratorName(parts.text(40)),
                new RuntimeStatus(parts.text(10)),
                parts.time(),
                parts.time(),
                parts.flag());
    }

    private Evidence evidence() {
        return new Evidence(parts.text(10), parts.hub(), parts.time(), parts.count(), parts.maybe(parts::time));
    }

    List<JournalEntry> journal() {
        return parts.list(8, this::entry);
    }

    private JournalEntry entry() {
        return new JournalEntry(
                parts.time(),
                parts.actor(),
                parts.text(12),
                parts.maybe(parts::holder),
                parts.maybe(parts::hub),
                parts.of(ErrorCode.values()),
                parts.text(200));
    }

    HubMemory memory() {
        return new HubMemory(
                parts.maybe(parts::time),
                parts.flag(),
                seen(),
                seen(),
                parts.list(5, this::timer),
                Map.of(parts.list(3, parts::flag).size(), new HubMemory.Surplus(parts.count(), parts.time())),
                parts.maybe(() -> new HubMemory.QuietHosts(parts.time(), Map.of(parts.text(9), parts.text(9)))),
                parts.list(4, this::instance));
    }

    private InstanceId instance() {
        return new InstanceId("i" + parts.text(30));
    }

    private Map<InstanceId, Instant> seen() {
        Map<InstanceId, Instant> times = new HashMap<>();
        parts.list(5, this::instance).forEach(id -> times.put(id, parts.time()));
        return times;
    }

    private OpenTimer timer() {
        return new OpenTimer(
                (int) parts.count(),
                instance(),
                new ExecutionId("e" + parts.text(9)),
                (int) parts.count(),
                parts.time());
    }

    QuarantinedEvent quarantined() {
        return new QuarantinedEvent(
                QUARANTINED, parts.time(), parts.text(80), parts.maybe(parts::hub), parts.text(1024));
    }

    Life life() {
        Instant one = parts.time();
        Instant other = parts.time();
        return one.isBefore(other) ? new Life(one, other) : new Life(other, one);
    }

    LookTurn turn() {
        return new LookTurn("x" + parts.text(40), parts.time());
    }

    Removal removal() {
        List<CleanupPlan.Artefact> planned = parts.list(9, this::artefact);
        CleanupPlan plan = new CleanupPlan(parts.hub(), parts.time(), planned, parts.list(2, this::artefact));
        Removal removal = Removal.begin(plan, parts.time());
        while (!removal.isDone() && parts.flag()) {
            removal = removal.further();
        }
        return removal;
    }

    private CleanupPlan.Artefact artefact() {
        return new CleanupPlan.Artefact(
                parts.of(CleanupPlan.Kind.values()), parts.line(60), parts.flag(), parts.maybe(parts::count));
    }
}
