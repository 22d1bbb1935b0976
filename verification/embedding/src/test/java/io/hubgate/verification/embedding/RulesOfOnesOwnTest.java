// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.CleanupResult;
import io.hubgate.error.ErrorCode;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.ReadinessRule;
import io.hubgate.readiness.Warning;
import io.hubgate.readiness.WarningCode;
import io.hubgate.rule.Rule;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What an embedder adds: rules that can only hold back, and warnings that every verdict carries. */
class RulesOfOnesOwnTest {
    private static final Warning FORGETFUL = new Warning(WarningCode.MEMORY_STORE, "the state is in memory", null);

    private final AtomicBoolean inventory = new AtomicBoolean();
    private final ReadinessRule noDeploymentDuringInventory = hubCase -> inventory.get()
            ? List.of(Blocker.of(
                    BlockerCode.ENTITIES_BUSY, hubCase.hub(), "the stock is being counted", "wait until noon", null))
            : List.of();
    private final Embedded orders =
            new Embedded(builder -> builder.rule(noDeploymentDuringInventory).standingWarning(FORGETFUL));

    private void twoReleases() {
        orders.declareEmpty();
        orders.releaseAndDrain("orders1");
        orders.releaseAndDrain("orders2");
    }

    @Test
    @Rule("R-2")
    void aRuleHoldsBackWhatTheOthersAllow() {
        twoReleases();
        inventory.set(true);
        Embedded.assertRefused(orders.stage("orders3"), ErrorCode.NOT_READY);
        inventory.set(false);
        orders.stage("orders3");
        assertThat(Objects.requireNonNull(orders.hubgate
                                .decisions(Embedded.ORDERS, Long.MAX_VALUE, 1)
                                .get(0)
                                .verdict())
                        .rulesVersion())
                .isEqualTo("2+1");
    }

    @Test
    @Rule("P-13")
    void aRuleHoldsBackACleanUpToo() {
        twoReleases();
        orders.releaseAndDrain("orders3");
        inventory.set(true);
        assertThat(orders.cleanup("orders3").results())
                .extracting(CleanupResult::outcome)
                .containsExactly(CleanupResult.Outcome.KEPT);
    }

    @Test
    @Rule("P-12")
    void aStandingWarningIsOnEveryVerdict() {
        twoReleases();
        assertThat(orders.status().verdict().basis().warnings()).contains(FORGETFUL);
        assertThat(orders.hubgate.status(orders.app(), Intent.STOP))
                .allSatisfy(status ->
                        assertThat(status.verdict().basis().warnings()).contains(FORGETFUL));
        assertThat(orders.hubgate
                        .status(Embedded.hub("orders1"), Intent.OVERWRITE)
                        .verdict()
                        .basis()
                        .warnings())
                .contains(FORGETFUL);
        assertThat(Objects.requireNonNull(orders.stage("orders3").verdict())
                        .basis()
                        .warnings())
                .contains(FORGETFUL);
        assertThat(orders.cleanup("orders2").warnings()).contains(FORGETFUL);
    }
}
