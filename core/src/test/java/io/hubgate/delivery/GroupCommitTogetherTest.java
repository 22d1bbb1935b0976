// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import static io.hubgate.delivery.Callers.until;
import static io.hubgate.delivery.Sample.HUB;
import static io.hubgate.delivery.Sample.LONG;
import static io.hubgate.delivery.Sample.at;
import static io.hubgate.delivery.Sample.completed;
import static io.hubgate.delivery.Sample.delivery;
import static io.hubgate.delivery.Sample.id;
import static io.hubgate.delivery.Sample.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.delivery.Callers.Call;
import io.hubgate.observe.HubgateListener;
import io.hubgate.rule.Rule;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several callers at once: what is shared, in which order, and who gives up when. */
@Timeout(60)
class GroupCommitTogetherTest {
    private final Crowd crowd = new Crowd();
    private final TinyInstanceStore tiny = crowd.tiny;
    private final ScriptedStore store = crowd.store;
    private final GroupCommit commit = crowd.commit;
    private final Callers callers = crowd.callers;

    @AfterEach
    void stop() throws InterruptedException {
        callers.stop();
    }

    @Nested
    class Batches {
        @Test
        @Rule("E-5")
        void who_comes_while_a_write_is_under_way_shares_the_next_one() throws Exception {
            Gate gate = crowd.occupied();
            for (int i = 0; i < 20; i++) {
                crowd.waiting(i + 1, running("order-" + i, i), LONG);
            }
            gate.open();
            callers.allReturn();

            assertThat(tiny.batches()).hasSize(2);
            assertThat(tiny.batches().get(1).writes()).hasSize(20);
        }

        @Test
        void events_of_one_instance_from_several_callers_are_one_write() throws Exception {
            Gate gate = crowd.occupied();
            crowd.waiting(1, running("order-1", 0), LONG);
            crowd.waiting(2, completed("order-1", 5), LONG);
            crowd.waiting(3, running("order-1", 0), LONG);
            gate.open();
            callers.allReturn();

            assertThat(tiny.batches().get(1).writes()).hasSize(1);
            assertThat(tiny.get(HUB, id("order-1")).isActive()).isFalse();
        }

        @Test
        void first_come_is_first_served() throws Exception {
            TinyInstanceStore one = new TinyInstanceStore(1, 1);
            Gate gate = new Gate();
            GroupCommit narrow =
                    new GroupCommit(new ScriptedStore(one).next(gate), CommitLimits.DEFAULT, HubgateListener.NONE);
            for (int i = 0; i < 12; i++) {
                int number = i;
                callers.call(() -> narrow.commit(delivery(running("order-" + number, number)), at(0), LONG));
                until(() -> narrow.waiting() == number + 1);
            }
            gate.open();
            callers.allReturn();

            assertThat(one.batches())
                    .extracting(b -> b.writes().get(0).record().id().value())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 12).mapToObj(i -> "order-" + i).toList());
        }

        @Test
        void a_leader_whose_own_events_are_durable_serves_nobody_else() throws Exception {
            ConcurrentLinkedQueue<Thread> writers = new ConcurrentLinkedQueue<>();
            store.always((batch, write) -> {
                writers.add(Thread.currentThread());
                return write.get();
            });
            AtomicReference<Thread> leader = new AtomicReference<>();
            Gate gate = new Gate();
            store.next((batch, write) -> {
                leader.set(Thread.currentThread());
                return gate.play(batch, write);
            });
            callers.call(() -> commit.commit(delivery(running("leader", 0)), at(0), LONG));
            gate.awaitReached();
            crowd.waiting(1, running("order-1", 0), LONG);
            gate.open();
            callers.allReturn();

            assertThat(writers).hasSize(1).doesNotContain(leader.get());
        }

        @Test
        void partitions_are_written_side_by_side() throws Exception {
            TinyInstanceStore two = new TinyInstanceStore(10, 2);
            Gate first = new Gate();
            Gate second = new Gate();
            GroupCommit wide = new GroupCommit(
                    new ScriptedStore(two).next(first).next(second), CommitLimits.DEFAULT, HubgateListener.NONE);
            callers.call(() -> wide.commit(delivery(running("a", 0)), at(0), LONG));
            first.awaitReached();
            callers.call(() -> wide.commit(delivery(running("b", 0)), at(0), LONG));
            second.awaitReached();
            first.open();
            second.open();
            callers.allReturn();

            assertThat(two.batches()).extracting(InstanceBatch::partition).doesNotHaveDuplicates();
        }
    }

    @Nested
    class Failing {
        @ParameterizedTest
        @MethodSource
        void followers_outlive_a_leader_that_dies(Throwable death) throws Exception {
            Gate gate = crowd.occupied();
            store.next((batch, write) -> {
                throw sneaky(death);
            });
            Call leader = crowd.waiting(1, running("order-1", 0), LONG);
            Call second = crowd.waiting(2, running("order-2", 0), LONG);
            Call third = crowd.waiting(3, running("order-3", 0), LONG);
            gate.open();

            assertThat(leader.failure()).isSameAs(death);
            second.returns();
            third.returns();
            assertThat(tiny.all(HUB)).containsOnlyKeys(id("leader"), id("order-2"), id("order-3"));
            assertThat(commit.waiting()).isZero();
        }

        static Stream<Throwable> followers_outlive_a_leader_that_dies() {
            return Stream.of(new IllegalStateException("a defect"), new StackOverflowError("deep"));
        }

        @Test
        @Rule("E-1")
        void a_store_that_is_away_fails_all_of_the_batch_and_none_of_the_next() throws Exception {
            Gate gate = crowd.occupied();
            Gate failing = new Gate();
            store.next((batch, write) -> failing.play(batch, () -> {
                throw new StoreUnavailableException("away");
            }));
            List<Call> unlucky = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                unlucky.add(crowd.waiting(i + 1, running("order-" + i, i), LONG));
            }
            gate.open();
            failing.awaitReached();
            Call lucky = callers.call(() -> commit.commit(delivery(running("late", 0)), at(0), LONG));
            until(() -> commit.waiting() == 6);
            failing.open();
            lucky.returns();

            for (Call call : unlucky) {
                assertThat(call.failure())
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessage("away");
            }
            assertThat(tiny.all(HUB)).containsOnlyKeys(id("leader"), id("late"));
        }

        @SuppressWarnings(
                "unchecked") // A cast to a type that is inferred as unchecked is how Java is told to throw anything.
        private static <T extends Throwable> RuntimeException sneaky(Throwable death) throws T {
            throw (T) death;
        }
    }
}
