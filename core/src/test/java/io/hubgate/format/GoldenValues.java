// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import static java.util.Map.entry;

import io.hubgate.deployment.App;
import io.hubgate.deployment.AppRules;
import io.hubgate.deployment.Claim;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.Deployment;
import io.hubgate.deployment.DeploymentStep;
import io.hubgate.deployment.ExchangeKind;
import io.hubgate.deployment.ForceMark;
import io.hubgate.deployment.HubData;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.deployment.LogHead;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.deployment.Slot;
import io.hubgate.deployment.VerdictDigest;
import io.hubgate.deployment.VerdictDigest.FindingDigest;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.Holder;
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
import io.hubgate.taskhub.Removal;
import io.hubgate.tracking.QuarantinedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the golden files say, by the names of the files. In each value every part differs from every other of its type, so that two fields that
 * are mixed up are found out.
 */
final class GoldenValues {
    private static final AppName ORDERS = new AppName("Orders-Prod-WEU");
    private static final TaskHubName HUB_21 = new TaskHubName("Orders21x4k2mabcdqz");
    private static final TaskHubName HUB_22 = new TaskHubName("orders22xpt7nqwert2");
    private static final TaskHubName HUB_23 = new TaskHubName("orders23xaaaabbbb22");
    private static final SlotName CANARY = new SlotName("canary-2");
    private static final Holder RUN = new Holder("orders-cd #421", "https://ci.example/runs/421?tab=\u00e4");
    private static final Actor ADA = new Actor("pipeline-prod", "Ada \uD83D\uDE80 <ada@example.org>");
    private static final ForceMark FORCE = new ForceMark("fire\nin \u0007 production", ADA, at(9, 9_999_900));

    static final Map<String, Object> ALL = Map.ofEntries(
            entry("app-undeclared", App.undeclared(new AppName("o"))),
            entry("app-declared-empty", declared()),
            entry("app-in-rollback", inRollback()),
            entry("app-with-rules", GoldenRules.APP),
            entry("decision-would-refuse", GoldenRules.WOULD_REFUSE),
            entry("claim-open", new Claim(HUB_21, ORDERS, null)),
            entry("claim-tombstone", new Claim(HUB_21, ORDERS, deleted())),
            entry("decision-first", first()),
            entry("decision-forced-stage", forcedStage()),
            entry("journal-empty", List.of()),
            entry("journal-refusals", List.of(newest(), oldest())),
            entry("life-begun", new Life(at(60, 0), at(60, 0))),
            entry("life-long", new Life(at(61, 999_999_900), at(5_000, 7))),
            entry("hubmemory-nothing", HubMemory.NONE),
            entry("hubmemory-full", GoldenMemories.FULL),
            entry("quarantine-named", quarantined("it has no id", HUB_21, "{\"\u00e9\ud800\u0000\"}")),
            entry("quarantine-nameless", quarantined("", null, "")),
            entry("lookturn-taken", new LookTurn("54d97e1c-6c0e-4c56-a1c5-1f0d6c9a7b21", at(80, 0))),
            entry("lookturn-by-name", new LookTurn("backend \u00e9", at(81, 999_999_900))),
            entry("removal-begun", Removal.begin(new CleanupPlan(HUB_22, at(70, 0), List.of(), List.of()), at(71, 0))),
            entry("removal-halfway", halfway()));

    private GoldenValues() {}

    /** A time that differs for each second, with parts of a second in steps of 100 ns. */
    private static Instant at(int second, int nanos) {
        return Instant.parse("2026-11-03T10:15:00Z").plusSeconds(second).plusNanos(nanos);
    }

    private static App declared() {
        return new App(
                ORDERS,
                new Token(1),
                slots(Slot.known(SlotName.PRODUCTION, null), Slot.known(SlotName.STAGING, null)),
                List.of(),
                null,
                null,
                AppRules.NONE,
                new LogHead(1, "a".repeat(64)));
    }

    private static App inRollback() {
        Deployment open = new Deployment(
                HUB_22,
                new ReleaseId("22"),
                SlotName.STAGING,
                DeploymentStep.SWAPPED,
                ExchangeKind.ROLLBACK,
                RUN,
                at(40, 100),
                at(41, 1_000_000),
                Duration.ofMinutes(90),
                false);
        return new App(
                ORDERS,
                new Token(17),
                slots(
                        new Slot(SlotName.PRODUCTION, HUB_22, Set.of(HUB_23, HUB_22), false),
                        new Slot(SlotName.STAGING, HUB_23, Set.of(HUB_22, HUB_23), false),
                        new Slot(CANARY, null, Set.of(HUB_21), true)),
                List.of(deleted(), live(), draining()),
                open,
                ExchangeKind.SWAP,
                AppRules.NONE,
                new LogHead(16, "0123456789abcdef".repeat(4)));
    }

    private static Release deleted() {
        Release.Times times = new Release.Times(at(6, 0), at(1, 1), at(2, 100), at(3, 120_000_000), at(4, 0), at(5, 0));
        ReleaseLabel label = new ReleaseLabel(
                new ReleaseId("21 \u2028\u4e2d"), "1.0.0-\u00df", "9fceb02", "http://git.example/c/9fceb02");
        return new Release(HUB_21, label, ReleasePhase.DELETED, null, times, FORCE, HubData.LEFT);
    }

    private static Release live() {
        Release.Times times = new Release.Times(at(10, 999_999_999), at(11, 0), at(12, 0), at(13, 0), null, null);
        return new Release(HUB_22, ReleaseLabel.of(HUB_22), ReleasePhase.LIVE, SlotName.PRODUCTION, times, null, null);
    }

    private static Release draining() {
        Release.Times times = new Release.Times(at(20, 0), null, null, null, null, null);
        return new Release(HUB_23, ReleaseLabel.of(HUB_23), ReleasePhase.DRAINING, SlotName.STAGING, times, null, null);
    }

    private static Decision first() {
        return new Decision(
                1,
                at(0, 0),
                Actor.LOCAL,
                "declare",
                null,
                null,
                "declared the app",
                new Token(1),
                null,
                null,
                null,
                false,
                "");
    }

    private static Decision forcedStage() {
        return new Decision(
                16,
                at(30, 100),
                ADA,
                "stage",
                RUN,
                HUB_22,
                "staged orders22xpt7nqwert2 over a \"busy\" hub",
                new Token(17),
                "no time to wait \uD83D\uDE31",
                verdict(),
                FORCE,
                false,
                "fedcba9876543210".repeat(4));
    }

    private static VerdictDigest verdict() {
        Sample hostile = new Sample(
                new InstanceId("<script>\u0000\u202e\uD800 half/\\#?'\""),
                new OrchestratorName("Ship\u00f6rder"),
                new RuntimeStatus("Hibernating"),
                at(21, 1_234_500),
                at(22, 0),
                true);
        Sample plain = new Sample(
                new InstanceId("7d1f"), OrchestratorName.UNNAMED, RuntimeStatus.RUNNING, at(23, 0), at(24, 0), false);
        return new VerdictDigest(
                "NOT_READY",
                Intent.OVERWRITE,
                at(25, 0),
                Confidence.EVENTS_ONLY,
                List.of(
                        new FindingDigest("INSTANCES_ACTIVE", "2 orchestrations are active", HUB_21, 2),
                        new FindingDigest("UNOBSERVED", "nobody looked", null, 1)),
                List.of(hostile, plain),
                List.of(
                        new Evidence("events", HUB_21, at(26, 0), 2, at(27, 0)),
                        new Evidence("azure-storage", HUB_22, at(28, 0), 0, null)),
                Duration.ofMinutes(2),
                null,
                "1");
    }

    private static JournalEntry newest() {
        return new JournalEntry(
                at(50, 0), ADA, "stage", RUN, HUB_23, ErrorCode.NOT_READY, "2 orchestrations are active in Orders21");
    }

    private static JournalEntry oldest() {
        return new JournalEntry(
                at(45, 700), Actor.LOCAL, "confirm", null, null, ErrorCode.NO_DEPLOYMENT, "nothing is open");
    }

    private static QuarantinedEvent quarantined(String reason, @Nullable TaskHubName hub, String excerpt) {
        return new QuarantinedEvent(RandomValues.QUARANTINED, at(55, 1_234_500), reason, hub, excerpt);
    }

    private static Removal halfway() {
        CleanupPlan plan = new CleanupPlan(
                HUB_21,
                at(72, 0),
                List.of(
                        new CleanupPlan.Artefact(CleanupPlan.Kind.QUEUE, "orders21-workitems", false, 3L),
                        new CleanupPlan.Artefact(CleanupPlan.Kind.CONTAINER, "orders21-leases", true, null),
                        new CleanupPlan.Artefact(CleanupPlan.Kind.TABLE, "Orders21Partitions", true, 4L)),
                List.of(new CleanupPlan.Artefact(CleanupPlan.Kind.SHARED_ROWS, "DurableTaskInstances", true, 0L)));
        return Removal.begin(plan, at(73, 100)).further();
    }

    private static SortedMap<SlotName, Slot> slots(Slot... slots) {
        SortedMap<SlotName, Slot> byName = new TreeMap<>();
        for (Slot slot : slots) {
            byName.put(slot.name(), slot);
        }
        return byName;
    }
}
