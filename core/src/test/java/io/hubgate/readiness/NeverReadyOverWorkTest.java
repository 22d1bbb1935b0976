// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import io.hubgate.tracking.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Seeded random cases")
class NeverReadyOverWorkTest {
    private static final int CASES = 4000;
    private static final List<Intent> INTENTS = List.of(Intent.OVERWRITE, Intent.STOP, Intent.DELETE);
    private static final List<Standing.Kind> KINDS =
            List.of(Standing.Kind.ONLY_STAGED, Standing.Kind.HELD_PRODUCTION, Standing.Kind.FOREIGN);
    private static final List<String> WORDS = List.of(
            "Pending",
            "Running",
            "ContinuedAsNew",
            "Suspended",
            "Paused",
            "Completed",
            "Failed",
            "Canceled",
            "Terminated");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 419, 20_261_123})
    @Rule({"V-1", "R-1", "R-2"})
    void whileAnySlotOccupantShowsWorkTheVerdictIsNeverReady(long seed) {
        Random random = new Random(seed);
        int ready = 0;
        int working = 0;
        for (int i = 0; i < CASES; i++) {
            List<HubCase> cases = new ArrayList<>();
            for (int hub = random.nextInt(4); hub > 0; hub--) {
                cases.add(hubCase(random, new TaskHubName("orders" + (400 + hub))));
            }
            Intent intent = INTENTS.get(random.nextInt(3));
            Verdict verdict = ReadinessRules.standard().judge(intent, cases, List.of(), Cases.NOW);
            boolean work = cases.stream().anyMatch(NeverReadyOverWorkTest::showsWork);
            assertThat(verdict.isReady() && work)
                    .as("seed %d, case %d: %s", seed, i, cases)
                    .isFalse();
            assertThat(verdict.isReady()).isEqualTo(Cases.codes(verdict).isEmpty());
            ready += verdict.isReady() ? 1 : 0;
            working += work ? 1 : 0;
        }
        assertThat(ready).as("READY cases of seed %d", seed).isGreaterThan(CASES / 20);
        assertThat(working).as("working cases of seed %d", seed).isGreaterThan(CASES / 20);
    }

    /** Whether any latest event is not of the four words that end an instance. */
    private static boolean showsWork(HubCase hubCase) {
        return hubCase.events().active().stream()
                .anyMatch(r -> !List.of("Completed", "Failed", "Canceled", "Terminated")
                        .contains(r.status().word()));
    }

    private static HubCase hubCase(Random random, TaskHubName hub) {
        List<InstanceRecord> records = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            records.add(instance(random, hub, "order-" + i));
        }
        List<InstanceRecord> active =
                records.stream().filter(InstanceRecord::isActive).toList();
        Traffic traffic = random.nextInt(10) == 0 ? null : traffic(random, active.size());
        EventEvidence events = new EventEvidence(
                hub, Cases.NOW.minusSeconds(random.nextInt(32)), active, traffic, random.nextInt(12) / 11, null);
        Standing standing = new Standing(
                hub,
                KINDS.get(random.nextInt(3)),
                random.nextInt(8) == 0,
                random.nextBoolean(),
                maybe(random),
                maybe(random),
                maybe(random));
        ReadinessPolicy policy = ReadinessPolicy.DEFAULT.withSettleWindow(Duration.ofSeconds(random.nextInt(240)));
        return new HubCase(Intent.OVERWRITE, standing, events, policy, Cases.NOW);
    }

    /** Mostly finished, by several events in any order. */
    private static InstanceRecord instance(Random random, TaskHubName hub, String id) {
        InstanceRecord record = event(random, hub, id, "Completed");
        for (int i = random.nextInt(3); i > 0; i--) {
            String word = WORDS.get(random.nextInt(4) == 0 ? random.nextInt(WORDS.size()) : 5);
            record = record.join(event(random, hub, id, word));
        }
        return record;
    }

    private static InstanceRecord event(Random random, TaskHubName hub, String id, String word) {
        Instant at = before(random);
        return InstanceRecord.of(
                new LifecycleEvent(hub, new InstanceId(id), OrchestratorName.UNNAMED, RuntimeStatus.of(word), at, ""),
                at);
    }

    private static Traffic traffic(Random random, long active) {
        return new Traffic(
                Cases.NOW.minusSeconds(7200),
                before(random),
                before(random),
                maybe(random),
                active,
                random.nextInt(5),
                random.nextInt(2),
                random.nextInt(20) == 0);
    }

    private static Instant before(Random random) {
        return Cases.NOW.minusSeconds(random.nextInt(3600));
    }

    private static @Nullable Instant maybe(Random random) {
        return random.nextBoolean() ? before(random) : null;
    }
}
