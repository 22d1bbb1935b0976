// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import static io.hubgate.delivery.Callers.until;
import static io.hubgate.delivery.Sample.HUB;
import static io.hubgate.delivery.Sample.LONG;
import static io.hubgate.delivery.Sample.at;
import static io.hubgate.delivery.Sample.delivery;
import static io.hubgate.delivery.Sample.id;
import static io.hubgate.delivery.Sample.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.delivery.Callers.Call;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gives up when, and whom that concerns: nobody else. */
@Timeout(60)
class GroupCommitPatienceTest {
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
    class GivingUp {
        @Test
        @Rule("S-13")
        void a_follower_whose_deadline_passes_leaves_and_the_others_go_on() throws Exception {
            Gate gate = crowd.occupied();
            Call other = crowd.waiting(1, running("order-2", 0), LONG);
            // Each look at this clock takes a millisecond of its time.
            Deadline soon = Deadline.in(Duration.ofMillis(20), new Hurrying());

            assertThatThrownBy(() -> commit.commit(delivery(running("order-1", 0)), at(0), soon))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("deadline");
            gate.open();
            other.returns();

            assertThat(tiny.all(HUB)).containsOnlyKeys(id("leader"), id("order-2"));
            assertThat(commit.waiting()).isZero();
        }

        @Test
        @Rule("S-13")
        void an_interrupted_follower_leaves_and_stays_interrupted() throws Exception {
            Gate gate = crowd.occupied();
            List<Boolean> interrupted = new CopyOnWriteArrayList<>();
            Call follower = callers.call(() -> {
                assertThatThrownBy(() -> commit.commit(delivery(running("order-1", 0)), at(0), LONG))
                        .isInstanceOf(StoreUnavailableException.class);
                interrupted.add(Thread.currentThread().isInterrupted());
            });
            until(() -> commit.waiting() == 2);
            follower.interrupt();
            follower.returns();
            gate.open();
            callers.allReturn();

            assertThat(interrupted).containsExactly(true);
            assertThat(tiny.all(HUB)).containsOnlyKeys(id("leader"));
        }

        @Test
        void an_interrupted_leader_fails_alone() throws Exception {
            Gate gate = new Gate();
            store.next(gate);
            Call leader = callers.call(() -> commit.commit(delivery(running("leader", 0)), at(0), LONG));
            gate.awaitReached();
            Call follower = crowd.waiting(1, running("order-1", 0), LONG);
            leader.interrupt();
            assertThat(leader.failure()).isInstanceOf(StoreUnavailableException.class);
            follower.returns();

            assertThat(tiny.all(HUB)).containsOnlyKeys(id("order-1"));
        }

        @Test
        void a_leader_whose_deadline_passes_fails_alone() throws Exception {
            Gate gate = crowd.occupied();
            Stopped clock = new Stopped();
            store.next((batch, write) -> {
                clock.now = at(60_000);
                throw new StoreUnavailableException("the caller's time is up");
            });
            Call leader = crowd.waiting(1, running("order-1", 0), Deadline.in(Duration.ofSeconds(5), clock));
            crowd.waiting(2, running("order-2", 0), LONG);
            gate.open();

            assertThat(leader.failure()).isInstanceOf(StoreUnavailableException.class);
            until(() -> commit.waiting() == 0);
            assertThat(tiny.all(HUB)).containsOnlyKeys(id("leader"), id("order-2"));
        }

        @Test
        void too_much_that_waits_is_refused_and_what_waits_is_not_lost() throws Exception {
            Gate gate = crowd.occupied();
            LifecycleEvent[] many = IntStream.range(0, 49)
                    .mapToObj(i -> running("order-" + i, i))
                    .toArray(LifecycleEvent[]::new);
            callers.call(() -> commit.commit(delivery(many), at(0), LONG));
            until(() -> commit.waiting() == 50);

            assertThatThrownBy(() -> commit.commit(delivery(running("one-more", 0)), at(0), LONG))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("50 events already wait");
            gate.open();
            callers.allReturn();
            assertThat(tiny.all(HUB)).hasSize(50);
            assertThat(commit.waiting()).isZero();
        }

        @Test
        void a_delivery_larger_than_what_may_wait_is_taken_when_nothing_else_waits() {
            LifecycleEvent[] many = IntStream.range(0, 200)
                    .mapToObj(i -> running("order-" + i, i))
                    .toArray(LifecycleEvent[]::new);
            commit.commit(delivery(many), at(0), LONG);

            assertThat(tiny.all(HUB)).hasSize(200);
        }
    }

    /** A clock that each look at it moves by a millisecond. */
    private static final class Hurrying implements InstantSource {
        private Instant now = at(0);

        @Override
        public synchronized Instant instant() {
            now = now.plusMillis(1);
            return now;
        }
    }

    /** A clock that moves when the test says so. */
    private static final class Stopped implements InstantSource {
        private volatile Instant now = at(0);

        @Override
        public Instant instant() {
            return now;
        }
    }
}
