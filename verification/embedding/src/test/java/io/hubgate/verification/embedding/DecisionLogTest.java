// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.deployment.Command;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.deployment.ObservedHub;
import io.hubgate.deployment.Options;
import io.hubgate.error.ErrorCode;
import io.hubgate.format.ChainReport;
import io.hubgate.format.DecisionChain;
import io.hubgate.format.JournalFormat;
import io.hubgate.model.AppName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.model.Token;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.store.NumberedDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is kept of what was decided, what of what was refused, and the token that both leave behind. */
class DecisionLogTest {
    private final Embedded orders = new Embedded();

    private List<Decision> decisions() {
        return orders.hubgate.decisions(Embedded.ORDERS, Long.MAX_VALUE, 1000);
    }

    private Token token() {
        return orders.app().token();
    }

    private void aWholeStory() {
        orders.declareEmpty();
        orders.releaseAndDrain("orders1");
        orders.releaseAndDrain("orders2");
        orders.stage("orders3");
        orders.abort("orders3");
        orders.releaseAndDrain("orders3");
        orders.cleanup("orders3");
        orders.execute(new Command.Rollback(Embedded.ORDERS, SlotName.STAGING, null, Options.NONE));
        orders.abort("orders2");
        orders.execute(new Command.Retire(Embedded.ORDERS, SlotName.STAGING, Options.NONE));
        orders.declare("orders3", "");
    }

    @Nested
    @Rule("P-9")
    class Chain {
        @Test
        void isUnbrokenOverTheStoredDocuments() {
            aWholeStory();
            Deadline deadline = Deadline.in(Duration.ofSeconds(5), orders.clock);

            List<NumberedDocument> stored = orders.apps.decisions(Embedded.ORDERS, Long.MAX_VALUE, 1000, deadline);

            assertThat(stored).hasSizeGreaterThan(15);
            assertThat(DecisionChain.verify(orders.app().log(), stored))
                    .isInstanceOfSatisfying(
                            ChainReport.Intact.class,
                            intact -> assertThat(intact.isWhole()).isTrue());
        }

        @Test
        void isReadPageByPage() {
            aWholeStory();
            List<Decision> newest = orders.hubgate.decisions(Embedded.ORDERS, Long.MAX_VALUE, 7);
            List<Decision> next = orders.hubgate.decisions(
                    Embedded.ORDERS, newest.get(newest.size() - 1).sequence(), 7);
            assertThat(newest).hasSize(7);
            assertThat(next.get(0).sequence()).isEqualTo(newest.get(6).sequence() - 1);
        }
    }

    @Nested
    @Rule("P-9")
    class Why {
        @Test
        void isTheDecisionThatWasInForceThen() {
            orders.declareEmpty();
            Instant declared = orders.clock.instant();
            orders.clock.forward(Duration.ofHours(1));
            orders.stage("orders1");
            Instant staged = orders.clock.instant();

            assertThat(why(declared.minusNanos(1))).isEmpty();
            assertThat(why(declared)).map(Decision::command).contains("declare");
            assertThat(why(staged.minusNanos(1))).map(Decision::command).contains("declare");
            assertThat(why(staged)).map(Decision::command).contains("stage");
            assertThat(why(staged.plusSeconds(99))).map(Decision::command).contains("stage");
        }

        @Test
        void isFoundHoweverLongAgo() {
            orders.declareEmpty();
            Instant declared = orders.clock.instant();
            for (int i = 0; i < 70; i++) {
                orders.clock.forward(Duration.ofMinutes(1));
                orders.stage("orders1");
                orders.clock.forward(Duration.ofMinutes(1));
                orders.abort("orders1");
            }
            assertThat(why(declared)).map(Decision::sequence).contains(1L);
            assertThat(why(declared.plus(Duration.ofMinutes(1))))
                    .map(Decision::sequence)
                    .contains(2L);
        }

        @Test
        void isNothingForAnAppThatIsNotThere() {
            assertThat(orders.hubgate.why(new AppName("billing"), Instant.MAX)).isEmpty();
        }

        private Optional<Decision> why(Instant at) {
            return orders.hubgate.why(Embedded.ORDERS, at);
        }
    }

    @Nested
    @Rule("P-9")
    class Refusals {
        @Test
        void areKeptOutsideTheChainAndOnlyTheLatest() {
            orders.declareEmpty();
            List<Decision> before = decisions();
            for (int i = 0; i < JournalFormat.MOST_ENTRIES + 10; i++) {
                orders.clock.forward(Duration.ofSeconds(1));
                orders.swap("orders" + i);
            }

            List<JournalEntry> refusals = orders.hubgate.refusals(Embedded.ORDERS);

            assertThat(refusals).hasSize(JournalFormat.MOST_ENTRIES);
            assertThat(refusals).extracting(JournalEntry::code).containsOnly(ErrorCode.NOTHING_STAGED);
            assertThat(refusals).extracting(JournalEntry::taskHub).startsWith(Embedded.hub("orders59"));
            assertThat(decisions()).isEqualTo(before);
        }

        @Test
        void ofAnAppThatNobodyDeclaredAreNotKept() {
            Embedded.assertRefused(orders.stage("orders1"), ErrorCode.APP_UNKNOWN);
            assertThat(orders.hubgate.refusals(Embedded.ORDERS)).isEmpty();
        }
    }

    @Nested
    @Rule("P-2")
    class Tokens {
        @Test
        void changeWithEachDecisionAndNothingElse() {
            aWholeStory();
            assertThat(token()).isEqualTo(decisions().get(0).token());
            assertThat(decisions()).extracting(Decision::token).doesNotHaveDuplicates();
        }

        @Test
        void neverChangeByEventsQuestionsOrRefusals() {
            orders.declareEmpty();
            orders.releaseAndDrain("orders1");
            orders.releaseAndDrain("orders2");
            Token before = token();

            orders.event("orders1", "order-1", RuntimeStatus.RUNNING);
            orders.event("orders1", "order-1", RuntimeStatus.COMPLETED);
            orders.event("orders2", "order-1", RuntimeStatus.RUNNING);
            orders.status();
            Embedded.assertRefused(orders.stage("orders3"), ErrorCode.NOT_READY);
            orders.hubgate.forgetFinished();

            assertThat(token()).isEqualTo(before);
        }

        @Test
        void thatAreStaleAreRefusedWithTheStateAsItIs() {
            orders.declareEmpty();
            Token old = token();
            orders.release("orders1");

            var answer = orders.stage("orders2", Options.NONE.ifMatch(old));

            Embedded.assertRefused(answer, ErrorCode.STALE_TOKEN);
            assertThat(answer.app()).isEqualTo(orders.app());
            assertThat(orders.stage("orders2", Options.NONE.ifMatch(token()))
                            .app()
                            .token())
                    .isEqualTo(token());
        }
    }

    @Nested
    @Rule("P-11")
    class ASlotThatDiffers {
        @Test
        void isWrittenDownOnceWithATokenOfItsOwn() {
            orders.declareEmpty();
            orders.releaseAndDrain("orders1");
            orders.releaseAndDrain("orders2");
            Token before = token();
            Options seen = Options.NONE.observing(ObservedHub.of("Stranger"));

            Embedded.assertRefused(orders.stage("orders3", seen), ErrorCode.SLOT_DIFFERS);

            assertThat(token()).isNotEqualTo(before);
            assertThat(decisions().get(0).summary()).contains("Stranger");
            assertThat(orders.app().slot(SlotName.STAGING).orElseThrow().occupants())
                    .contains(Embedded.hub("Stranger"), Embedded.hub("orders1"));
            Token after = token();
            orders.stage("orders3", seen);
            assertThat(token()).isEqualTo(after);
        }

        @Test
        void inProductionIsWrittenDownOnceToo() {
            orders.declareEmpty();
            orders.releaseAndDrain("orders1");
            orders.stage("orders2");
            Options seen = Options.NONE.observing(ObservedHub.of("Stranger"));

            Embedded.assertRefused(orders.swap("orders2", seen), ErrorCode.SLOT_DIFFERS);
            Token after = token();
            Embedded.assertRefused(orders.swap("orders2", seen), ErrorCode.SLOT_DIFFERS);

            assertThat(token()).isEqualTo(after);
            assertThat(orders.app().slot(SlotName.PRODUCTION).orElseThrow().occupants())
                    .contains(Embedded.hub("Stranger"));
        }
    }
}
