// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.App;
import io.hubgate.deployment.AppRules;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.Deployment;
import io.hubgate.deployment.DeploymentStep;
import io.hubgate.deployment.ExchangeKind;
import io.hubgate.deployment.LogHead;
import io.hubgate.deployment.Slot;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.Holder;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.ReleaseId;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.EternalOrchestrator;
import io.hubgate.readiness.Waiver;
import io.hubgate.readiness.WaiverTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Golden values of what an app decided about its own verdicts. */
final class GoldenRules {
    private static final Instant AT = Instant.parse("2026-11-26T03:20:00.0000007Z");
    private static final TaskHubName HUB = new TaskHubName("Orders22");
    private static final Actor ADA = new Actor("ada", "the night shift");

    private static final AppPolicy POLICY = new AppPolicy(
            Duration.ZERO,
            Duration.ofSeconds(5),
            AppPolicy.Sources.EVENTS,
            AppPolicy.Mode.OBSERVE,
            AppPolicy.AtCleanup.DROP,
            AppPolicy.LeftBehind.BLOCK,
            true,
            true,
            List.of(new EternalOrchestrator(
                    new OrchestratorName("Monitor"),
                    "the next release starts its own",
                    Set.of(new InstanceId("monitor/2"), new InstanceId("monitor/1")))));

    static final App APP = new App(
            new AppName("orders"),
            new Token(9),
            new TreeMap<>(Map.of(SlotName.STAGING, Slot.known(SlotName.STAGING, HUB))),
            List.of(),
            new Deployment(
                    HUB,
                    new ReleaseId("22"),
                    SlotName.STAGING,
                    DeploymentStep.STAGED,
                    ExchangeKind.SWAP,
                    Holder.of("orders-cd #22"),
                    AT,
                    AT.plusSeconds(60),
                    Duration.ofMinutes(1),
                    true),
            null,
            new AppRules(
                    POLICY,
                    List.of(
                            waiver("w3", BlockerCode.STALE_STATUS, instance("e1")),
                            waiver("w4", BlockerCode.INSTANCE_UNACCOUNTED, instance(null)),
                            waiver("w5", BlockerCode.UNEXPLAINED_MESSAGES, new WaiverTarget.OfQueue(3, 17)),
                            waiver("w6", BlockerCode.POISON_MESSAGE, new WaiverTarget.OfMessage("m-\u00e9")))),
            new LogHead(8, "b".repeat(64)));

    static final Decision WOULD_REFUSE = new Decision(
            8,
            AT,
            ADA,
            "stage",
            null,
            HUB,
            "staged Orders22 in staging",
            new Token(9),
            null,
            null,
            null,
            true,
            "c".repeat(64));

    private GoldenRules() {}

    private static WaiverTarget instance(@org.jspecify.annotations.Nullable String execution) {
        return new WaiverTarget.OfInstance(
                new InstanceId("order/1\u202e"), execution == null ? null : new ExecutionId(execution));
    }

    private static Waiver waiver(String id, BlockerCode code, WaiverTarget target) {
        return new Waiver(id, HUB, code, target, ADA, "lost \"for good\"", AT, AT.plus(Waiver.LONGEST));
    }
}
