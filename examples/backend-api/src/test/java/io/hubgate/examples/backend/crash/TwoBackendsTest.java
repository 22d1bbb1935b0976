// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import io.hubgate.verification.azurite.Azurite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two backends on one account whose line is bad, two pipelines that deploy the same app, and events all the time. {@code
 * -Dhubgate.pair.releases=30} takes longer, {@code -Dhubgate.pair.seed} repeats load and faults of a run, not its course in time.
 */
@Timeout(7_200)
class TwoBackendsTest {
    private static final int RELEASES = Integer.getInteger("hubgate.pair.releases", 2);
    private static final int EVENTS_A_RELEASE = 150;

    @Test
    @Rule({"V-1", "V-2", "V-3", "P-3", "P-9", "S-2", "S-5", "E-1"})
    void agree_with_the_model_while_their_line_fails() throws Exception {
        long seed = Long.getLong("hubgate.pair.seed", System.nanoTime());
        System.out.println("pair seed " + seed);
        try (Azurite azurite = Azurite.inMemory();
                PairRun run = new PairRun(azurite.account(), EVENTS_A_RELEASE, seed)) {
            run.deploy(RELEASES);
            assertThat(run.complaints()).isEmpty();
            run.check();
            System.out.println(run.figures());
        }
    }
}
