// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static io.hubgate.verification.embedding.Embedded.hub;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.CleanupResult;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Force;
import io.hubgate.deployment.ForceMark;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.ObservedHub;
import io.hubgate.deployment.Options;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.Holder;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.model.Token;
import io.hubgate.rule.Rule;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An order to go on against the verdict: what it overrides, what it never does, and the trace that it leaves. */
class ForceTest {
    private static final Force ALL = new Force("the shop is down", true, Actor.of("alice"));
    private static final Force BUSY_ONLY = new Force("the shop is down", false, Actor.of("alice"));

    private final Embedded orders = new Embedded();

    @BeforeEach
    void orders1IsBusyInStaging() {
        orders.declareEmpty();
        orders.release("orders1");
        orders.event("orders1", "order-1", RuntimeStatus.RUNNING);
        orders.releaseAndDrain("orders2");
    }

    private static Options by(Force force) {
        return Options.NONE.forced(force);
    }

    @Nested
    class Overrides {
        @Test
        @Rule("V-2")
        void workAndStandsInTheLog() {
            Answer answer = orders.stage("orders3", by(BUSY_ONLY));

            assertThat(answer.next()).isEqualTo(Next.DEPLOY);
            assertThat(orders.hubgate.decisions(Embedded.ORDERS, Long.MAX_VALUE, 1))
                    .singleElement()
                    .satisfies(decision -> {
                        assertThat(Objects.requireNonNull(decision.force()).reason())
                                .isEqualTo("the shop is down");
                        assertThat(Objects.requireNonNull(decision.verdict()).outcome())
                                .isEqualTo("NOT_READY");
                    });
        }

        @Test
        void ignoranceOnlyIfThatIsAccepted() {
            orders.deliver(new IncomingEvent.Malformed("no time", hub("orders1"), "{}"));
            Embedded.assertRefused(orders.stage("orders3", by(BUSY_ONLY)), ErrorCode.UNKNOWN_READINESS);
            assertThat(orders.stage("orders3", by(ALL)).next()).isEqualTo(Next.DEPLOY);
        }

        @Test
        void nothingWhereTheVerdictIsReadyAnyway() {
            orders.event("orders1", "order-1", RuntimeStatus.COMPLETED);
            orders.clock.forward(Embedded.SETTLED);
            orders.stage("orders3", by(ALL));
            assertThat(orders.hubgate.forced(orders.app())).isEmpty();
        }

        @Test
        void forThatCallOnly() {
            orders.stage("orders3", by(BUSY_ONLY));
            Embedded.assertRefused(orders.stage("orders3"), ErrorCode.NOT_READY);
        }
    }

    @Nested
    class NeverOverrides {
        @Test
        @Rule("P-2")
        void aToken() {
            Options stale = by(ALL).ifMatch(new Token(1));
            Embedded.assertRefused(orders.stage("orders3", stale), ErrorCode.STALE_TOKEN);
        }

        @Test
        @Rule("P-3")
        void anothersDeployment() {
            orders.stage("orders3", by(ALL).heldBy(Holder.of("run 3")));
            Answer answer = orders.stage("orders4", by(ALL).heldBy(Holder.of("run 4")));
            Embedded.assertRefused(answer, ErrorCode.DEPLOYMENT_OPEN);
        }

        @Test
        @Rule("P-5")
        void theNameOfAHub() {
            Embedded.assertRefused(orders.stage("orders1", by(ALL)), ErrorCode.HUB_NAME_USED);
            orders.execute(new Command.Stage(
                    new AppName("billing"), SlotName.STAGING, hub("billing1"), null, true, Options.NONE));
            Embedded.assertRefused(orders.stage("billing1", by(ALL)), ErrorCode.HUB_OWNED);
        }

        @Test
        @Rule("P-14")
        void workInTheNewHub() {
            orders.event("orders3", "order-9", RuntimeStatus.RUNNING);
            Embedded.assertRefused(orders.stage("orders3", by(ALL)), ErrorCode.HUB_NOT_EMPTY);
        }

        @Test
        @Rule("P-10")
        void anUnconfirmedSwap() {
            orders.stage("orders3", by(ALL));
            orders.swap("orders3");
            Answer answer = orders.stage("orders4", by(ALL).heldBy(Holder.of("orders3")));
            Embedded.assertRefused(answer, ErrorCode.SWAP_UNCONFIRMED);
            assertThat(answer.next()).isEqualTo(Next.VERIFY);
        }

        @Test
        @Rule("P-11")
        void aSlotThatHoldsSomethingElse() {
            Options seen = by(ALL).observing(ObservedHub.of("Stranger"));
            Answer answer = orders.stage("orders3", seen);
            Embedded.assertRefused(answer, ErrorCode.SLOT_DIFFERS);
            assertThat(answer.next()).isEqualTo(Next.VERIFY);
        }
    }

    @Nested
    class LeavesATrace {
        @Test
        @Rule("P-13")
        void untilWhatItOverwroteIsDeleted() {
            orders.stage("orders3", by(ALL));
            ForceMark mark = orders.hubgate.forced(orders.app()).orElseThrow();
            assertThat(mark.by()).isEqualTo(Actor.of("alice"));
            assertThat(orders.status().forced()).isEqualTo(mark);

            orders.swap("orders3");
            orders.confirm("orders3");
            assertThat(orders.cleanup("orders3").results())
                    .extracting(CleanupResult::outcome)
                    .containsExactly(CleanupResult.Outcome.KEPT);
            assertThat(orders.status().forced()).isEqualTo(mark);

            orders.event("orders1", "order-1", RuntimeStatus.TERMINATED);
            orders.clock.forward(Embedded.SETTLED);
            assertThat(orders.cleanup("orders3").results())
                    .extracting(CleanupResult::outcome)
                    .containsExactly(CleanupResult.Outcome.REMOVED);
            assertThat(orders.status().forced()).isNull();
            assertThat(orders.hubgate.forced(orders.app())).isEmpty();
        }

        @Test
        void whenADeclarationDropsAHubThatIsBusy() {
            Options because = Options.NONE.because("it was overwritten by hand");
            Embedded.assertRefused(orders.declare("orders2", "", because), ErrorCode.NOT_READY);
            Answer answer = orders.declare("orders2", "", because.forced(ALL));
            assertThat(answer).isInstanceOf(Answer.Accepted.class);
            assertThat(orders.status().forced()).isNotNull();
        }
    }
}
