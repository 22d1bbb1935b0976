// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import static io.hubgate.verification.explorer.Scope.Event.LATE_START;
import static io.hubgate.verification.explorer.Scope.Event.RETIREMENT;
import static io.hubgate.verification.explorer.Scope.Event.ROLLBACK;
import static io.hubgate.verification.explorer.Scope.Event.SWAP_BY_HAND;
import static io.hubgate.verification.explorer.Scope.Event.TRIGGERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.deployment.ReleasePhase;
import io.hubgate.rule.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every path of two pipelines beside the physical world: none writes over work, none repeats a physical swap, and from everywhere a pipeline can
 * finish. {@code -Dhubgate.explorer=whole} explores larger scopes to exhaustion.
 */
class ExplorerTest {
    private static final int MOST_STATES = 20_000;
    private static final int MOST_STATES_WITH_TRIGGERS = 40_000;
    private static final int LEAST_DEPTH = 14;
    private static final boolean EXHAUSTIVE = "whole".equals(System.getProperty("hubgate.explorer"));

    static Stream<Scope> scopes() {
        Stream<Scope> usual = Stream.of(
                Scope.of(Scope.Start.RUNNING, 4, ROLLBACK, RETIREMENT, LATE_START)
                        .to(17),
                Scope.of(Scope.Start.RUNNING, 3),
                Scope.of(Scope.Start.EMPTY, 2, ROLLBACK, RETIREMENT),
                Scope.of(Scope.Start.RUNNING, 3, TRIGGERS));
        return EXHAUSTIVE ? Stream.concat(usual, largeScopes()) : usual;
    }

    private static Stream<Scope> largeScopes() {
        return Stream.of(
                Scope.of(Scope.Start.EMPTY, 3, ROLLBACK, RETIREMENT, LATE_START),
                Scope.of(Scope.Start.EMPTY, 4, ROLLBACK, RETIREMENT, LATE_START),
                Scope.of(Scope.Start.RUNNING, 4, ROLLBACK, RETIREMENT, LATE_START));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    @Rule({"V-2", "P-1", "P-4", "P-10", "P-11", "P-16"})
    void no_path_is_unsafe_and_none_is_a_dead_end(Scope scope) {
        Exploration.Result result = explore(scope);
        assertThat(result.path()).isEmpty();
        assertThat(result.depth()).isGreaterThanOrEqualTo(LEAST_DEPTH);
        assertThat(result.finished()).isPositive();
        if (!EXHAUSTIVE) {
            assertThat(result.states()).isLessThan(scope.has(TRIGGERS) ? MOST_STATES_WITH_TRIGGERS : MOST_STATES);
        }
    }

    @Test
    @Rule("P-1")
    void after_a_swap_by_hand_a_person_can_declare_and_then_a_pipeline_can_finish() {
        Probe probe = new Probe(Rules.ALL);
        int[] deadEnds = new int[1];
        Scope scope = Scope.of(Scope.Start.RUNNING, 3, SWAP_BY_HAND);
        Exploration.Result result = new Exploration(scope, Rules.ALL, world -> {
                    deadEnds[0] += probe.isDeadEnd(world) ? 1 : 0;
                    return probe.isDeadEndForPeople(world) || (probe.isDeadEnd(world) && isSeenStaged(world));
                })
                .run();
        System.out.println("explored " + scope + ": " + result + "; " + deadEnds[0] + " need a person's declare");
        assertThat(result.path()).isEmpty();
        assertThat(result.states()).isLessThan(MOST_STATES);
        assertThat(deadEnds[0]).isPositive();
    }

    /** What was swapped in by hand is the staged release: then pipelines need nobody. */
    private static boolean isSeenStaged(World world) {
        return world.physical().production() != null
                && world.physical().production().equals(Nature.staging(world).recorded())
                && world.app().phaseOf(world.physical().production()) == ReleasePhase.STAGED;
    }

    private static Exploration.Result explore(Scope scope) {
        Exploration.Result result = new Exploration(scope, Rules.ALL, new Probe(Rules.ALL)::isDeadEnd).run();
        System.out.println("explored " + scope + ": " + result);
        return result;
    }

    @Test
    void worlds_that_differ_in_names_only_are_one() {
        World world = Starts.world(Scope.Start.RUNNING);
        List<Move> begun = new Nature(Scope.of(Scope.Start.RUNNING, 4), Rules.ALL).moves(world);
        Move first = begun.get(0);
        Move second = begun.stream()
                .filter(move -> move.label().startsWith("p2 begins"))
                .findFirst()
                .orElseThrow();
        assertThat(first.label()).startsWith("p1 begins");
        assertThat(Form.of(first.world())).isEqualTo(Form.of(second.world())).isNotEqualTo(Form.of(world));
    }
}
