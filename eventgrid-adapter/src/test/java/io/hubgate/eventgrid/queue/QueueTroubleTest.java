// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.delivery.IncomingEvent;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.InvalidValueException;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.verification.azurite.Fault;
import io.hubgate.verification.azurite.Faults;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Rule("E-4")
class QueueTroubleTest {
    /** Messages come again soon, and a machine that is busy still answers in time. */
    private static final QueueSettings SOON = QueueSettings.defaults()
            .withTimes(Duration.ofSeconds(3), Duration.ofMillis(2_900))
            .withPauses(Duration.ofMillis(200), Duration.ofMillis(200));

    private final TestQueue queue = new TestQueue();
    private final KeepingSink sink = new KeepingSink();
    private final QueueReceiver receiver = queue.receiver(sink, SOON);

    @BeforeEach
    void create() {
        queue.queue().create();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    /** Receives until something came, which it does once the time for which it is hidden is over. */
    private static ReceiveReport nextRound(QueueReceiver receiver) {
        ReceiveReport report = receiver.receiveOnce();
        while (report.received() == 0) {
            report = receiver.receiveOnce();
        }
        return report;
    }

    private static void failForStore(List<IncomingEvent> events) {
        throw new StoreUnavailableException("the table is away");
    }

    private static void failFor(String instance, List<IncomingEvent> events) {
        if (events.stream().map(KeepingSink::instance).anyMatch(instance::equals)) {
            throw new IllegalStateException("cannot take " + instance);
        }
    }

    @Nested
    class OfTheSink {
        @Test
        void leavesAllMessagesAndMovesNoneAsideHoweverLongTheStoreIsAway() {
            QueueReceiver strict = queue.receiver(sink, SOON.withMostDeliveries(1));
            queue.send(TestQueue.event("o-1"), TestQueue.event("o-2"));
            sink.first(QueueTroubleTest::failForStore);
            assertThat(strict.receiveOnce()).isEqualTo(new ReceiveReport(2, 0, 0, 2));
            assertThat(nextRound(strict).deleted()).isZero();
            assertThat(queue.size()).isEqualTo(2);
            sink.first(events -> {});
            while (queue.size() > 0) {
                assertThat(strict.receiveOnce().poisoned()).isZero();
            }
            assertThat(sink.instances()).contains("o-1", "o-2");
        }

        @Test
        void takesNeighboursOfAMessageThatFailsAlone() {
            queue.send(TestQueue.event("good-1"), TestQueue.event("bad"), TestQueue.event("good-2"));
            sink.first(events -> failFor("bad", events));
            assertThat(receiver.receiveOnce()).isEqualTo(new ReceiveReport(3, 2, 0, 1));
            assertThat(sink.instances()).containsExactlyInAnyOrder("good-1", "good-2");
        }

        @Test
        void movesAMessageAsideThatFailedTooOftenAndLetsItsHubKnow() {
            QueueReceiver strict = queue.receiver(sink, SOON.withMostDeliveries(1));
            queue.send(TestQueue.event("bad"));
            sink.first(events -> failFor("bad", events));
            assertThat(strict.receiveOnce()).isEqualTo(new ReceiveReport(1, 0, 0, 1));
            assertThat(nextRound(strict)).isEqualTo(new ReceiveReport(1, 1, 1, 0));
            assertThat(queue.size()).isZero();
            String reason = "it was received 2 times and could not be taken";
            assertThat(queue.poison()).singleElement().satisfies(moved -> {
                assertThat(moved.path("reason").textValue()).isEqualTo(reason);
                assertThat(moved.path("body").textValue()).isEqualTo(TestQueue.event("bad"));
            });
            assertThat(sink.malformed()).singleElement().satisfies(bad -> {
                assertThat(bad.hub()).isEqualTo(new TaskHubName("ShopHubV2"));
                assertThat(bad.reason()).isEqualTo(reason);
            });
        }

        @Test
        void leavesWhatItCannotEvenSetAside() {
            QueueReceiver strict = queue.receiver(sink, SOON.withMostDeliveries(1));
            queue.send(TestQueue.event("bad"));
            sink.first(events -> {
                throw new IllegalStateException("takes nothing");
            });
            strict.receiveOnce();
            assertThat(nextRound(strict)).isEqualTo(new ReceiveReport(1, 0, 0, 1));
            assertThat(queue.size()).isOne();
        }
    }

    @Nested
    class OfTheQueue {
        @Test
        void aMessageThatWasKeptAndNotDeletedComesAgain() {
            queue.send(TestQueue.event("o-1"));
            queue.proxy().inject(Faults.first(1, request -> request.method().equals("DELETE"), Fault.serverBusy()));
            assertThat(receiver.receiveOnce()).isEqualTo(new ReceiveReport(1, 0, 0, 1));
            assertThat(nextRound(receiver)).isEqualTo(new ReceiveReport(1, 1, 0, 0));
            assertThat(sink.instances()).containsExactly("o-1", "o-1");
            assertThat(queue.size()).isZero();
        }

        @Test
        void aMessageThatSomebodyElseDeletedMeanwhileIsGone() {
            queue.send(TestQueue.event("o-1"));
            sink.first(events -> queue.queue().clearMessages());
            assertThat(receiver.receiveOnce()).isEqualTo(new ReceiveReport(1, 1, 0, 0));
        }

        @Test
        void aMessageThatAnotherConsumerHasByNowIsItsOwn() {
            queue.send(TestQueue.event("o-1"));
            sink.first(events -> {
                while (queue.queue().receiveMessage() == null) {
                    // It becomes visible again after three seconds.
                }
            });
            assertThat(receiver.receiveOnce()).isEqualTo(new ReceiveReport(1, 1, 0, 0));
            assertThat(queue.size()).isOne();
        }

        @Test
        void aMessageThatCannotBeMovedStays() {
            queue.send("hello");
            queue.proxy().inject(Faults.on(request -> request.target().contains("-poison/"), Fault.serverBusy()));
            assertThat(receiver.receiveOnce()).isEqualTo(new ReceiveReport(1, 0, 0, 1));
            assertThat(queue.size()).isOne();
            queue.proxy().inject(Faults.none());
            assertThat(nextRound(receiver)).isEqualTo(new ReceiveReport(1, 1, 1, 0));
            assertThat(queue.poison()).hasSize(1);
        }

        @Test
        void aQueueThatIsMissingIsACleanError() {
            queue.queue().delete();
            assertThatThrownBy(receiver::receiveOnce).isInstanceOfSatisfying(InvalidValueException.class, missing -> {
                assertThat(missing.code()).isEqualTo(ErrorCode.NOT_FOUND);
                assertThat(missing).hasMessageContaining(queue.name().value());
                assertThat(missing.fix()).contains("create it");
            });
            assertThatThrownBy(() -> receiver.run(new StopSwitch())).isInstanceOf(InvalidValueException.class);
        }

        @Test
        void aServiceThatRefusesIsUnavailable() {
            queue.proxy().inject(Faults.always(Fault.refusal(403, "AuthorizationFailure")));
            assertThatThrownBy(receiver::receiveOnce)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageEndingWith("it answered 403 AuthorizationFailure");
        }

        @Test
        void aServiceThatDoesNotAnswerIsUnavailableInTime() {
            queue.proxy().inject(Faults.always(Fault.blackhole()));
            long begin = System.nanoTime();
            assertThatThrownBy(receiver::receiveOnce)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageEndingWith("there was no answer");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(9));
        }
    }
}
