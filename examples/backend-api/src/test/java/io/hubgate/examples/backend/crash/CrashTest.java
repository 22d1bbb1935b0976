// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import io.hubgate.verification.azurite.Azurite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A backend that is killed again and again under load. By default a few times; {@code -Dhubgate.crash.events=20000 -Dhubgate.crash.kills=10} is
 * the whole of it, some minutes long. {@code -Dhubgate.crash.seed} repeats the load of a run, not its course in time.
 */
@Timeout(7_200)
class CrashTest {
    private static final int EVENTS = Integer.getInteger("hubgate.crash.events", 1_200);
    private static final int KILLS = Integer.getInteger("hubgate.crash.kills", 2);
    private static final int SENDERS = 32;

    @Test
    @Rule({"E-1", "S-3", "S-4", "P-1", "P-9", "V-1"})
    void what_was_acknowledged_is_kept_and_what_was_decided_is_decided_once() throws Exception {
        long seed = Long.getLong("hubgate.crash.seed", System.nanoTime());
        System.out.println("crash seed " + seed);
        try (Azurite azurite = Azurite.inMemory();
                CrashRun run = new CrashRun(azurite.account(), EVENTS, KILLS + 2, SENDERS, seed)) {
            run.begin();
            for (int i = 0; i < KILLS && !run.isWrong(); i++) {
                run.killWhenAcknowledged((2 * i + 1) * EVENTS / (2 * KILLS));
            }
            run.end();
            assertThat(run.complaints()).isEmpty();
            run.check();
            System.out.println(run.figures());
        }
    }
}
