// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long seeded walks with more hubs than can be explored whole, and the same checks. */
class RandomWalkTest {
    private static final int MOVES = 20_000;
    private static final int HUBS = 7;
    private static final int SHOWN = 60;
    /** One death in so many that could be, or no pipeline would ever get far. */
    private static final int DEATHS = 12;

    private final Scope scope =
            Scope.of(Scope.Start.RUNNING, HUBS, Scope.Event.ROLLBACK, Scope.Event.RETIREMENT, Scope.Event.LATE_START);
    private final Moves moves = new Moves(scope, Rules.ALL);
    private final Probe probe = new Probe(Rules.ALL);
    private final Deque<String> latest = new ArrayDeque<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    @Rule({"V-2", "P-1", "P-4"})
    void no_walk_gets_anywhere_unsafe(long seed) {
        Random random = new Random(seed);
        World world = Starts.world(scope.start());
        int finished = 0;
        for (int i = 0; i < MOVES; i++) {
            Move move = pick(moves.of(world), random);
            remember(move.label());
            assertThat(move.wrong()).as("seed %d, %s", seed, latest).isNull();
            world = move.world();
            assertThat(world.wrong()).as("seed %d, %s", seed, latest).isNull();
            assertThat(probe.isDeadEnd(world))
                    .as("seed %d, dead end after %s", seed, latest)
                    .isFalse();
            finished += move.finishes() ? 1 : 0;
        }
        System.out.println("seed " + seed + ": " + MOVES + " moves, " + finished + " deployments finished");
        assertThat(finished).isPositive();
    }

    private static Move pick(List<Move> moves, Random random) {
        Move move = moves.get(random.nextInt(moves.size()));
        boolean isDeath = move.label().endsWith(" dies");
        return isDeath && random.nextInt(DEATHS) > 0 ? pick(moves, random) : move;
    }

    private void remember(String label) {
        latest.add(label);
        if (latest.size() > SHOWN) {
            latest.remove();
        }
    }
}
