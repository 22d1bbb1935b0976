// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.CleanupAnswer;
import io.hubgate.CleanupResult;
import io.hubgate.SlotStatus;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ThreeReleasesTest {
    private static final Duration SETTLED = Duration.ofMinutes(3);

    private final Embedded orders = new Embedded();

    @Test
    @Rule({"P-1", "R-10"})
    void theThirdReleaseWaitsForTheFirst() {
        orders.declareEmpty();
        orders.release("orders419");
        orders.event("orders419", "order-1003", RuntimeStatus.RUNNING);
        orders.clock.forward(SETTLED);
        orders.release("orders420");
        orders.clock.forward(SETTLED);

        SlotStatus blocked = orders.status();
        assertThat(blocked.verdict().outcome()).isEqualTo("NOT_READY");
        assertThat(blocked.verdict().basis().blockers())
                .extracting(Blocker::code)
                .containsExactly(BlockerCode.INSTANCES_ACTIVE);
        assertThat(orders.stage("orders421"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.NOT_READY));
        assertThat(orders.hubgate.refusals(Embedded.ORDERS)).hasSize(1);

        orders.event("orders419", "order-1003", RuntimeStatus.COMPLETED);
        assertThat(orders.status().verdict().basis().blockers())
                .extracting(Blocker::code)
                .containsExactly(BlockerCode.SETTLING);
        orders.clock.forward(SETTLED);
        assertThat(orders.status().next()).isEqualTo(Next.STAGE);
        assertThat(orders.stage("orders421").next()).isEqualTo(Next.DEPLOY);
    }

    @Test
    @Rule("P-13")
    void cleanUpRemovesWhatNoSlotMayHold() {
        orders.declareEmpty();
        for (String hub : new String[] {"orders419", "orders420", "orders421"}) {
            orders.release(hub);
            orders.event(hub, "smoke", RuntimeStatus.RUNNING);
            orders.event(hub, "smoke", RuntimeStatus.COMPLETED);
            orders.clock.forward(SETTLED);
        }

        CleanupAnswer.Done done = orders.cleanup("orders421");

        assertThat(done.results()).extracting(CleanupResult::outcome).containsExactly(CleanupResult.Outcome.REMOVED);
        assertThat(done.app().phaseOf(Embedded.hub("orders419"))).isEqualTo(ReleasePhase.DELETED);
        assertThat(orders.stage("orders419"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.HUB_NAME_USED));
    }

    @Test
    @Rule("P-13")
    void cleanUpKeepsAHubThatHoldsAnEntity() {
        orders.declareEmpty();
        for (String hub : new String[] {"orders419", "orders420", "orders421"}) {
            orders.release(hub);
            orders.event(hub, "smoke", RuntimeStatus.RUNNING);
            orders.event(hub, "smoke", RuntimeStatus.COMPLETED);
            orders.event(hub, "@sales@today", RuntimeStatus.RUNNING);
            orders.clock.forward(SETTLED);
        }

        assertThat(orders.cleanup("orders421").results()).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(CleanupResult.Outcome.KEPT);
            assertThat(Objects.requireNonNull(result.verdict()).basis().blockers())
                    .extracting(Blocker::code)
                    .containsExactly(BlockerCode.ENTITIES_PRESENT);
        });
    }

    @Test
    @Rule("P-9")
    void everyChangeIsADecisionThatCarriesTheHashOfTheOneBefore() {
        orders.declareEmpty();
        orders.release("orders419");

        var decisions = orders.hubgate.decisions(Embedded.ORDERS, Long.MAX_VALUE, 100);

        assertThat(decisions).extracting(Decision::sequence).containsExactly(4L, 3L, 2L, 1L);
        assertThat(decisions).extracting(Decision::previousHash).doesNotHaveDuplicates();
        assertThat(decisions.get(3).previousHash()).isEmpty();
    }
}
