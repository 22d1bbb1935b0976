// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final String BACKEND = "../backend-api/target/hubgate-backend.jar";

    @Test
    @Rule({"P-1", "R-10"})
    void theThirdReleaseIsRefusedByNameAndGoesThroughOnceItIsDrained() {
        String said = run("--speed", "2", "--backend", BACKEND);

        assertThat(said)
                .containsSubsequence(
                        "orders420 is live",
                        "NOT_READY  3 orchestrations of orders419",
                        "orders421 is refused: 409 NOT_READY",
                        "order-1003 ",
                        "order-1003-approval ",
                        "reconcile ",
                        "it restarts itself",
                        "READY  ",
                        "orders421 is recorded; next: deploy",
                        "orders421 is live",
                        "orders419: KEPT",
                        "ENTITIES_PRESENT",
                        "curl ");
    }

    @Test
    void aMissingBackendIsSaidWithWhatToDo() {
        assertThat(run("--backend", "nowhere.jar")).contains("there is no nowhere.jar", "./mvnw");
    }

    @Test
    void eventTimesAreMovedToTheReplayAndKeepTheirFractions() {
        Recording recording = Recording.load();
        Instant begin = Instant.parse("2030-01-01T00:00:00Z");
        Pace pace = new Pace(recording.begin(), begin, 2, Clock.systemUTC());

        assertThat(pace.replayed(recording.begin().plusNanos(1_000_000_200))).isEqualTo(begin.plusNanos(500_000_100));
        assertThat(recording.length()).isGreaterThan(Duration.ofSeconds(40));
    }

    /** Runs the demo and returns all that it said, on either stream. */
    private static String run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            Demo.run(args);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
