// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static io.hubgate.verification.embedding.Embedded.hub;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.Options;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.AppName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between the verdict and the write time passes; what happens meanwhile is seen before the write. */
@Rule("P-15")
class SecondLookTest {
    private final Embedded orders = new Embedded(builder -> builder.patience(Duration.ofMinutes(5)));
    private int reads;

    @BeforeEach
    void twoReleases() {
        orders.declareEmpty();
        orders.releaseAndDrain("orders1");
        orders.releaseAndDrain("orders2");
    }

    /** Right after the first look at the hub, and at the last write before the second. */
    @ParameterizedTest
    @ValueSource(strings = {"list QUARANTINE", "create CLAIMS"})
    @Rule({"V-1", "V-2"})
    void workThatBeginsBetweenVerdictAndWriteIsSeen(String method) {
        App before = orders.app();
        Hubgate other = orders.another();
        orders.line.put(new Trouble() {
            @Override
            public void after(StoreCall call) {
                if (call.method().equals(method) && reads > 0) {
                    orders.line.clear();
                    lateStart(other);
                }
                reads += call.method().equals("read hub") ? 1 : 0;
            }
        });

        Answer answer = orders.stage("orders3");

        Embedded.assertRefused(answer, ErrorCode.NOT_READY);
        assertThat(answer.next()).isEqualTo(Next.NOTHING);
        assertThat(orders.app()).isEqualTo(before);
    }

    @Test
    void workThatBeginsBeforeASlotIsRetiredIsSeenToo() {
        Hubgate other = orders.another();
        orders.line.put(new Trouble() {
            @Override
            public void after(StoreCall call) {
                if (call.method().equals("read hub")) {
                    orders.line.clear();
                    lateStart(other);
                }
            }
        });

        Answer answer = orders.execute(new Command.Retire(Embedded.ORDERS, SlotName.STAGING, Options.NONE));

        Embedded.assertRefused(answer, ErrorCode.NOT_READY);
    }

    @Test
    @Rule("R-4")
    void evidenceThatGrewTooOldIsTakenAgain() {
        slowAt("create CLAIMS", 1, Duration.ofSeconds(31));

        Answer answer = orders.stage("orders3");

        assertThat(answer.next()).isEqualTo(Next.DEPLOY);
        assertThat(reads).isEqualTo(3 + 4);
        assertThat(Objects.requireNonNull(answer.verdict()).basis().checkedAt()).isEqualTo(orders.clock.instant());
    }

    @Test
    void evidenceThatIsJustYoungEnoughIsUsed() {
        slowAt("create CLAIMS", 1, Duration.ofSeconds(30));

        assertThat(orders.stage("orders3").next()).isEqualTo(Next.DEPLOY);
        assertThat(reads)
                .as("the verdict, the entities of the live hub, the new hub, and once more")
                .isEqualTo(4);
    }

    @Test
    @Rule("R-4")
    void aStoreThatIsAlwaysTooSlowForTheEvidenceOpensNoGate() {
        App before = orders.app();
        slowAt("read hub", Integer.MAX_VALUE, Duration.ofSeconds(31));

        Answer answer = orders.stage("orders3");

        Embedded.assertRefused(answer, ErrorCode.UNKNOWN_READINESS);
        assertThat(Objects.requireNonNull(answer.verdict()).basis().reasons())
                .extracting(reason -> reason.code())
                .containsExactly(ReasonCode.EVIDENCE_STALE);
        assertThat(orders.app()).isEqualTo(before);
    }

    private void lateStart(Hubgate through) {
        through.take(
                List.of(new IncomingEvent.Parsed(orders.lifecycleEvent("orders1", "late", RuntimeStatus.RUNNING))),
                Duration.ofSeconds(5));
    }

    private void slowAt(String method, int times, Duration time) {
        orders.line.put(new Trouble() {
            private int left = times;

            @Override
            public void after(StoreCall call) {
                reads += call.method().equals("read hub") ? 1 : 0;
                if (call.method().equals(method) && left > 0) {
                    left--;
                    orders.clock.forward(time);
                }
            }
        });
    }

    @Test
    @Rule("P-15")
    void aRefusedStageBurnsNoName() {
        orders.event("orders1", "order-1", RuntimeStatus.RUNNING);
        Embedded.assertRefused(orders.stage("orders3"), ErrorCode.NOT_READY);
        orders.event("orders1", "order-1", RuntimeStatus.COMPLETED);
        orders.clock.forward(Embedded.SETTLED);

        assertThat(orders.stage("orders3").next()).isEqualTo(Next.DEPLOY);
        assertThat(orders.app().releases()).hasSize(3);
    }

    @Test
    @Rule({"P-15", "S-6"})
    void aNameWhoseStageLostAtTheLastMomentIsFreeForItsOwnAppOnly() {
        Hubgate other = orders.another();
        orders.line.put(new Trouble() {
            @Override
            public void after(StoreCall call) {
                if (call.method().equals("create CLAIMS")) {
                    orders.line.clear();
                    lateStart(other);
                }
            }
        });
        Embedded.assertRefused(orders.stage("orders3"), ErrorCode.NOT_READY);
        Command byAnother =
                new Command.Stage(new AppName("billing"), SlotName.STAGING, hub("orders3"), null, true, Options.NONE);
        Embedded.assertRefused(orders.execute(byAnother), ErrorCode.HUB_OWNED);

        orders.event("orders1", "late", RuntimeStatus.COMPLETED);
        orders.clock.forward(Embedded.SETTLED);
        assertThat(orders.stage("orders3").next()).isEqualTo(Next.DEPLOY);
    }
}
