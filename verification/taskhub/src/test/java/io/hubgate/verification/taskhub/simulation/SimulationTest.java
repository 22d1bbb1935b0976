// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.deployment.Next;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import io.hubgate.verification.taskhub.platform.Fault;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Histories of a hub with all faults of the platform, each from a seed. Clients act between two verdicts, the host also while one is made: each
 * request of the inspector gives it time. A failing history says its seed; {@code -Dhubgate.seed=N -Dhubgate.histories=1} repeats it, and a
 * larger number looks at more.
 */
class SimulationTest {
    private static final long FIRST = Long.getLong("hubgate.seed", 20_261_125L);
    private static final int HISTORIES = Integer.getInteger("hubgate.histories", 800);
    private static final int TURNS = 8;

    private int ready;
    private int busy;

    @Test
    @Rule({"V-1", "V-5"})
    void aHubWithWorkIsNeverReadyWhateverGoesWrong() {
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            live(World.of(seed), seed);
        }
        sawBoth();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @Rule({"V-1", "V-5"})
    void norIfOnlyThisGoesWrong(Fault fault) {
        for (long seed = FIRST; seed < FIRST + share(16); seed++) {
            live(
                    new World(seed, Set.of(fault), ReadinessPolicy.DEFAULT.settleWindow(), UnaryOperator.identity()),
                    seed);
        }
        sawBoth();
    }

    private void live(World world, long seed) {
        world.leaveProduction();
        for (int turn = 0; turn < TURNS; turn++) {
            world.happen();
            Verdict verdict = world.verdict();
            boolean work = world.platform.hasWork();
            assertThat(verdict.isReady() && work).as(replay(seed) + verdict).isFalse();
            ready += verdict.isReady() ? 1 : 0;
            busy += work ? 1 : 0;
        }
    }

    private void sawBoth() {
        System.out.println("from seed " + FIRST + ": " + busy + " verdicts over work, " + ready + " READY");
        assertThat(HISTORIES == 1 || (ready > 0 && busy > 0)).isTrue();
    }

    @Test
    @Rule("V-2")
    void noSlotIsWrittenOverWork() {
        int deployed = 0;
        for (long seed = FIRST; seed < FIRST + share(4); seed++) {
            World world = World.of(seed);
            world.leaveProduction();
            for (int turn = 0; turn < TURNS; turn++) {
                world.happen();
                Answer answer = world.stageThird();
                if (answer instanceof Answer.Accepted && answer.next() == Next.DEPLOY) {
                    assertThat(world.platform.hasWork())
                            .as(replay(seed) + answer)
                            .isFalse();
                    deployed++;
                    break;
                }
            }
        }
        assertThat(HISTORIES == 1 || deployed > 0).isTrue();
    }

    /** Within 8 days: an event that nobody can verify is believed for so long, and a timer of 72 hours may be left. */
    @Test
    @Rule("V-4")
    void aHubWhoseWorkHasEndedBecomesReady() {
        int drained = 0;
        for (long seed = FIRST; seed < FIRST + share(10); seed++) {
            World world = World.of(seed);
            world.leaveProduction();
            for (int turn = 0; turn < TURNS; turn++) {
                world.happen();
            }
            world.drain();
            if (world.platform.hasOrphanedLock()) {
                continue;
            }
            assertThat(world.platform.hasWork()).as(replay(seed)).isFalse();
            assertThat(becomesReady(world)).as(replay(seed)).isTrue();
            drained++;
        }
        assertThat(HISTORIES == 1 || drained > 0).isTrue();
    }

    private static boolean becomesReady(World world) {
        for (int asked = 0; asked < 8 * 12; asked++) {
            if (world.verdict().isReady()) {
                return true;
            }
            world.platform.pass(Duration.ofHours(2));
            world.work();
        }
        return false;
    }

    private static int share(int part) {
        return Math.max(1, HISTORIES / part);
    }

    private static String replay(long seed) {
        return "repeat with -Dhubgate.seed=" + seed + " -Dhubgate.histories=1: ";
    }
}
