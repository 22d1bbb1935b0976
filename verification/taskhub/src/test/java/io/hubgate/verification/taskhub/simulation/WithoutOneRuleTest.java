// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import io.hubgate.verification.taskhub.platform.Fault;
import io.hubgate.verification.taskhub.platform.Kind;
import io.hubgate.verification.taskhub.platform.Published;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No rule is there for nothing: without any one of them, the simulation finds READY over work. */
class WithoutOneRuleTest {
    private static final long FIRST = 20_261_125L;
    private static final int MOST_HISTORIES = 1000;
    private static final int TURNS = 16;

    static Stream<WithoutOneRule> rules() {
        return WithoutOneRule.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    @Rule("V-1")
    void theSimulationFindsReadyOverWork(WithoutOneRule without) {
        long seed = FIRST;
        while (seed < FIRST + MOST_HISTORIES && !isReadyOverWork(without, seed)) {
            seed++;
        }
        System.out.println("without " + without + ": READY over work at seed " + seed);
        assertThat(seed).as("histories without READY over work").isLessThan(FIRST + MOST_HISTORIES);
    }

    private static boolean isReadyOverWork(WithoutOneRule without, long seed) {
        World world = without.world(seed);
        world.leaveProduction();
        for (int turn = 0; turn < TURNS; turn++) {
            world.happen();
            Verdict verdict = world.verdict();
            if (world.platform.hasWork() && without.wouldBeReady(verdict)) {
                return true;
            }
        }
        return false;
    }

    /** With events alone, Completed of one generation is the last that was heard until Running of the next comes. */
    @Test
    @Rule("R-10")
    void withoutTheSettleWindowAnEternalOrchestrationIsReadyBetweenTwoGenerations() {
        assertThat(betweenTwoGenerations(Duration.ZERO).isReady()).isTrue();
        assertThat(betweenTwoGenerations(Duration.ofMinutes(2)).basis().blockers())
                .extracting("code")
                .containsExactly(BlockerCode.SETTLING);
    }

    private static Verdict betweenTwoGenerations(Duration settle) {
        Set<Fault> faults = EnumSet.of(Fault.COMPLETED_FOR_CONTINUE_AS_NEW);
        World world = new World(FIRST, faults, settle, null);
        world.leaveProduction();
        world.platform.start("eternal", Kind.ETERNAL, null);
        world.work();
        world.platform.pass(Duration.ofMinutes(4));
        while (world.platform.step()) {
            for (Published event : world.platform.published()) {
                world.take(event);
                if (event.status().equals("Completed")) {
                    return world.verdict();
                }
            }
        }
        throw new AssertionError("no generation ended");
    }
}
