// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static io.hubgate.verification.embedding.Embedded.hub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.Answer;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.observe.HubgateListener;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import io.hubgate.readiness.WarningCode;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.tracking.LifecycleEvent;
import io.hubgate.tracking.QuarantinedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the events of a hub mean before an app claims it, while a release of it lives, and after it is gone. */
class EventsOfAHubTest {
    private final List<LifecycleEvent> lateStarts = new ArrayList<>();
    private final Embedded orders = new Embedded(builder -> builder.listener(new HubgateListener() {
        @Override
        public void lateStart(LifecycleEvent event) {
            lateStarts.add(event);
        }
    }));

    private Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), orders.clock);
    }

    private static List<ReasonCode> reasons(Verdict verdict) {
        return verdict.basis().reasons().stream().map(reason -> reason.code()).toList();
    }

    private static List<BlockerCode> blockers(Verdict verdict) {
        return verdict.basis().blockers().stream()
                .map(blocker -> blocker.code())
                .toList();
    }

    @Nested
    class WhatIsNotUnderstood {
        private void malformed(@Nullable TaskHubName hub) {
            orders.deliver(new IncomingEvent.Malformed("it has no time", hub, "{}"));
        }

        private void dismissAll() {
            for (QuarantinedEvent event :
                    orders.hubgate.quarantine().list(null, 100, soon()).items()) {
                assertThat(orders.hubgate.quarantine().dismiss(event.id(), soon()))
                        .isTrue();
            }
        }

        @Test
        @Rule("R-8")
        void countsAgainstItsHubUntilAnOperatorDismissesIt() {
            orders.declareEmpty();
            orders.releaseAndDrain("orders1");
            orders.releaseAndDrain("orders2");
            malformed(hub("ORDERS1"));

            assertThat(reasons(orders.status().verdict())).containsExactly(ReasonCode.EVENTS_QUARANTINED);
            Embedded.assertRefused(orders.stage("orders3"), ErrorCode.UNKNOWN_READINESS);

            dismissAll();
            assertThat(orders.stage("orders3").next()).isEqualTo(Next.DEPLOY);
        }

        @Test
        @Rule("R-8")
        void countsAgainstEveryHubIfItsOwnCannotBeRead() {
            orders.declareEmpty();
            orders.releaseAndDrain("orders1");
            orders.releaseAndDrain("orders2");
            malformed(null);
            Embedded.assertRefused(orders.stage("orders3"), ErrorCode.UNKNOWN_READINESS);
            dismissAll();
            assertThat(orders.status().verdict().isReady()).isTrue();
        }

        @Test
        void countsNotAgainstOthers() {
            orders.declareEmpty();
            orders.releaseAndDrain("orders1");
            orders.releaseAndDrain("orders2");
            malformed(hub("billing1"));
            assertThat(orders.status().verdict().isReady()).isTrue();
        }
    }

    @Nested
    @Rule("E-7")
    class OfAHubThatNobodyClaimed {
        @Test
        @Rule("P-14")
        void keepItFromBeingStagedAsNewWhileItShowsWork() {
            orders.declareEmpty();
            orders.event("orders1", "order-1", RuntimeStatus.RUNNING);
            Embedded.assertRefused(orders.stage("orders1"), ErrorCode.HUB_NOT_EMPTY);

            orders.event("orders1", "order-1", RuntimeStatus.COMPLETED);
            assertThat(orders.stage("orders1").next()).isEqualTo(Next.DEPLOY);
        }

        @Test
        @Rule("P-14")
        void keepItFromBeingStagedAsNewForAnEntityToo() {
            orders.declareEmpty();
            orders.event("orders1", "@cart@7", RuntimeStatus.RUNNING);
            Embedded.assertRefused(orders.stage("orders1"), ErrorCode.HUB_NOT_EMPTY);
        }

        @Test
        @Rule("P-14")
        void areNoReasonAgainstStagingItAgain() {
            orders.declareEmpty();
            orders.stage("orders1");
            orders.event("orders1", "smoke", RuntimeStatus.RUNNING);
            assertThat(orders.stage("orders1").next()).isEqualTo(Next.DEPLOY);
        }

        @Test
        void countOnceItIsDeclared() {
            orders.event("Legacy", "order-1", RuntimeStatus.RUNNING);
            orders.declare("", "Legacy");
            assertThat(blockers(orders.status().verdict())).containsExactly(BlockerCode.INSTANCES_ACTIVE);
        }

        @Test
        void answerAQuestionAboutIt() {
            assertThatThrownBy(() -> orders.hubgate.status(hub("Legacy"), Intent.OVERWRITE))
                    .isInstanceOfSatisfying(
                            HubgateException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.HUB_UNKNOWN));
            orders.event("Legacy", "order-1", RuntimeStatus.RUNNING);
            var status = orders.hubgate.status(hub("legacy"), Intent.OVERWRITE);
            assertThat(status.app()).isNull();
            assertThat(blockers(status.verdict())).containsExactly(BlockerCode.INSTANCES_ACTIVE);
        }
    }

    @Nested
    @Rule("E-7")
    class OfAHubThatIsGone {
        private void removeOrders1() {
            orders.declareEmpty();
            for (String name : List.of("orders1", "orders2", "orders3")) {
                orders.releaseAndDrain(name);
            }
            orders.cleanup("orders3");
            assertThat(orders.app().phaseOf(hub("orders1"))).isEqualTo(ReleasePhase.DELETED);
        }

        @Test
        @Rule("P-6")
        void areAcknowledgedReportedAndNotStored() {
            removeOrders1();
            assertThat(lateStarts).isEmpty();

            orders.event("orders1", "order-8", RuntimeStatus.RUNNING);

            assertThat(lateStarts).extracting(event -> event.instance().value()).containsExactly("order-8");
            assertThat(orders.instances.read(hub("orders1"), soon())).isEmpty();
            assertThat(orders.status().verdict().isReady()).isTrue();
        }

        @Test
        void areSoAnywhereAFewSecondsLater() {
            orders.declareEmpty();
            var other = orders.another();
            orders.release("orders1");
            other.take(
                    List.of(new IncomingEvent.Parsed(
                            orders.lifecycleEvent("orders1", "smoke", RuntimeStatus.COMPLETED))),
                    Duration.ofSeconds(5));
            orders.clock.forward(Embedded.SETTLED);
            orders.releaseAndDrain("orders2");
            orders.releaseAndDrain("orders3");
            orders.cleanup("orders3");
            orders.clock.forward(Duration.ofSeconds(6));

            other.take(
                    List.of(new IncomingEvent.Parsed(
                            orders.lifecycleEvent("orders1", "order-8", RuntimeStatus.RUNNING))),
                    Duration.ofSeconds(5));

            assertThat(lateStarts).hasSize(1);
            assertThat(orders.instances.read(hub("orders1"), soon())).isEmpty();
        }

        @Test
        void leaveItsPhaseToBeAskedFor() {
            removeOrders1();
            var status = orders.hubgate.status(hub("orders1"), Intent.DELETE);
            assertThat(status.phase()).isEqualTo(ReleasePhase.DELETED);
            assertThat(status.slot()).isNull();
        }
    }

    @Nested
    @Rule("P-6")
    class OfAHubThatLeftProduction {
        @Test
        void areLateStartsWhenNothingElseWasActive() {
            orders.declareEmpty();
            orders.releaseAndDrain("orders1");
            orders.releaseAndDrain("orders2");
            orders.event("orders1", "order-8", RuntimeStatus.RUNNING);

            assertThat(orders.status().verdict().basis().warnings())
                    .extracting(Warning::code)
                    .contains(WarningCode.LATE_STARTS);
            Answer answer = orders.stage("orders3");
            Embedded.assertRefused(answer, ErrorCode.NOT_READY);
        }
    }
}
