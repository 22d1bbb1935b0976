// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static io.hubgate.verification.embedding.Embedded.ORDERS;
import static io.hubgate.verification.embedding.Embedded.hub;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.Options;
import io.hubgate.deployment.RulesCommand;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.SlotName;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.Warning;
import io.hubgate.readiness.WarningCode;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubLayout;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.HubRows;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.LookTimes;
import io.hubgate.taskhub.PartitionOwner;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.TaskHubInspector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies that need the hub itself: the seal, and what lives in entities. */
class SealedSlotTest {
    private final DrainedHubs hubs = new DrainedHubs();
    private final Embedded orders =
            new Embedded(builder -> builder.inspector(hubs).patience(Duration.ofMinutes(5)));

    /** Hubs without work, each with one host that lives as long as the slot runs. */
    private final class DrainedHubs implements TaskHubInspector {
        private boolean running = true;
        private long entities;

        @Override
        public Inspection inspect(InspectionRequest request, Deadline deadline) {
            Instant now = orders.clock.instant();
            List<QueueLook> queues = List.of(
                    new QueueLook("control-00", 0, now, 0, List.of()),
                    new QueueLook("workitems", QueueLook.WORK_ITEMS, now, 0, List.of()));
            Map<String, Long> idle = entities == 0 ? Map.of() : Map.of("cart", entities);
            List<PartitionOwner> owners = List.of(new PartitionOwner(
                    "control-00",
                    PartitionOwner.Keeping.TABLE,
                    running ? "host-1" : null,
                    now.plusSeconds(30),
                    false,
                    "stamp"));
            boolean again = request.depth() == Depth.QUEUES;
            return new HubLook(
                    request.hub(),
                    new LookTimes(now.minusSeconds(20), now, now.minusSeconds(20), now),
                    new HubLayout(1, null, 1, false),
                    again
                            ? HubRows.UNREAD
                            : new HubRows(true, 0, List.of(), List.of(), idle, List.of(), 0, Map.of(), Set.of(), 0),
                    queues,
                    again ? List.of() : queues,
                    owners,
                    again ? List.of() : owners,
                    List.of(),
                    3);
        }
    }

    private void policy(AppPolicy.LeftBehind leftBehind, boolean requireSeal) {
        AppPolicy policy = new AppPolicy(
                null,
                null,
                AppPolicy.Sources.HUB_IF_CONFIGURED,
                AppPolicy.Mode.ENFORCE,
                AppPolicy.AtCleanup.BLOCK,
                leftBehind,
                false,
                requireSeal,
                List.of());
        Options why = Options.NONE.because("the slot has queue triggers");
        assertThat(orders.execute(new RulesCommand.SetPolicy(ORDERS, policy, why)))
                .isInstanceOf(Answer.Accepted.class);
    }

    private Answer seal(String name) {
        orders.clock.forward(Duration.ofMinutes(5));
        return orders.execute(new Command.Seal(ORDERS, SlotName.STAGING, hub(name), Options.NONE));
    }

    @BeforeEach
    void twoReleases() {
        orders.declareEmpty();
        orders.releaseAndDrain("orders1");
        orders.releaseAndDrain("orders2");
        orders.clock.forward(Duration.ofHours(1));
    }

    @Test
    @Rule("P-16")
    void theSlotIsStoppedSealedAndOnlyThenWrittenTo() {
        policy(AppPolicy.LeftBehind.WARN, true);
        assertThat(orders.stage("orders3").next()).isEqualTo(Next.STOP_SLOT);
        Embedded.assertRefused(seal("orders3"), ErrorCode.NOT_READY);
        assertThat(seal("orders3").next()).isEqualTo(Next.STOP_SLOT);
        hubs.running = false;
        assertThat(seal("orders3").next()).isEqualTo(Next.DEPLOY);
        assertThat(orders.stage("orders3").next()).isEqualTo(Next.DEPLOY);
        hubs.running = true;
        orders.clock.forward(Duration.ofMinutes(5));
        assertThat(orders.stage("orders3").next()).isEqualTo(Next.STOP_SLOT);
    }

    @Test
    @Rule("P-17")
    void entitiesOfTheLiveHubAreToldOrRefused() {
        hubs.entities = 2;
        Answer told = orders.stage("orders3");
        assertThat(((Answer.Accepted) told).warnings())
                .extracting(Warning::code)
                .contains(WarningCode.ENTITIES_LEFT_BEHIND);
        policy(AppPolicy.LeftBehind.BLOCK, false);
        Embedded.assertRefused(orders.stage("orders3"), ErrorCode.ENTITIES_REFUSED);
    }
}
