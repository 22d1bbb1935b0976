// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import static io.hubgate.delivery.Sample.HUB;
import static io.hubgate.delivery.Sample.LONG;
import static io.hubgate.delivery.Sample.STANDING;
import static io.hubgate.delivery.Sample.at;
import static io.hubgate.delivery.Sample.completed;
import static io.hubgate.delivery.Sample.delivery;
import static io.hubgate.delivery.Sample.id;
import static io.hubgate.delivery.Sample.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.observe.BatchCommitted;
import io.hubgate.observe.HubgateListener;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One caller: what is stored, and at what cost. */
class GroupCommitTest {
    private final TinyInstanceStore store = new TinyInstanceStore(100, 4);
    private final List<BatchCommitted> heard = new ArrayList<>();
    private final GroupCommit commit = new GroupCommit(store, CommitLimits.DEFAULT, new HubgateListener() {
        @Override
        public void batchCommitted(BatchCommitted batch) {
            heard.add(batch);
        }
    });

    @Nested
    class Commit {
        @Test
        @Rule("E-1")
        void what_is_committed_is_stored_when_it_returns() {
            commit.commit(delivery(running("order-1", 0)), at(5), LONG);

            InstanceRecord stored = store.get(HUB, id("order-1"));
            assertThat(stored).isEqualTo(InstanceRecord.of(running("order-1", 0), at(5)));
        }

        @Test
        void nothing_to_commit_asks_nothing_of_the_store() {
            commit.commit(List.of(), at(5), LONG);

            assertThat(store.batches()).isEmpty();
        }

        @Test
        void the_common_path_needs_no_read() {
            commit.commit(delivery(running("order-1", 0)), at(5), LONG);
            commit.commit(delivery(completed("order-1", 10)), at(15), LONG);

            assertThat(store.finds()).isZero();
            InstanceRecord stored = store.get(HUB, id("order-1"));
            assertThat(stored.status()).isEqualTo(RuntimeStatus.COMPLETED);
            assertThat(stored.firstSeen()).isEqualTo(at(0));
        }

        @Test
        void an_end_without_a_remembered_beginning_reads_first_rather_than_lose_a_race() {
            commit.commit(delivery(running("order-1", 0)), at(5), LONG);
            GroupCommit another = new GroupCommit(store, CommitLimits.DEFAULT, HubgateListener.NONE);
            another.commit(delivery(completed("order-1", 10)), at(15), LONG);

            assertThat(store.finds()).isEqualTo(1);
            assertThat(store.batches()).hasSize(2);
        }

        @Test
        void events_of_one_instance_in_one_delivery_are_one_write() {
            commit.commit(
                    delivery(completed("order-1", 10), running("order-1", 0), running("order-1", 0)), at(15), LONG);

            assertThat(store.batches()).hasSize(1);
            assertThat(store.batches().get(0).writes()).hasSize(1);
            assertThat(heard).containsExactly(new BatchCommitted(HUB, 3, 1, 1, 1, 0, 3));
        }

        @Test
        void hubs_are_one_in_any_case_and_instances_are_not() {
            LifecycleEvent other = new LifecycleEvent(
                    new TaskHubName("ORDERS420"),
                    id("order-1"),
                    Sample.PLACE_ORDER,
                    RuntimeStatus.COMPLETED,
                    at(1),
                    "");
            commit.commit(delivery(running("order-1", 0), running("ORDER-1", 0)), at(5), LONG);
            commit.commit(List.of(new HubEvents(other.hub(), true, List.of(other))), at(5), LONG);

            assertThat(store.all(HUB)).hasSize(2);
            assertThat(store.get(HUB, id("order-1")).isActive()).isFalse();
        }

        @Test
        @Rule("E-7")
        void the_store_learns_whether_an_app_owns_the_hub() {
            LifecycleEvent event = running("order-1", 0);
            commit.commit(List.of(new HubEvents(HUB, false, List.of(event))), at(5), LONG);
            commit.commit(List.of(new HubEvents(HUB, true, List.of(completed("order-1", 1)))), at(5), LONG);

            assertThat(store.batches()).extracting(InstanceBatch::claimed).containsExactly(false, true);
        }

        @Test
        @Rule("E-5")
        void a_delivery_of_5000_events_over_many_partitions_fits() {
            TinyInstanceStore wide = new TinyInstanceStore(100, 64);
            LifecycleEvent[] events = IntStream.range(0, 5_000)
                    .mapToObj(i -> running("order-" + i, i))
                    .toArray(LifecycleEvent[]::new);
            new GroupCommit(wide, CommitLimits.DEFAULT, HubgateListener.NONE).commit(delivery(events), at(9_000), LONG);

            assertThat(wide.all(HUB)).hasSize(5_000);
            assertThat(wide.finds()).isZero();
            assertThat(wide.batches().size()).isBetween(64, 128);
        }

        @Test
        @Rule("S-7")
        void a_batch_holds_no_more_instances_than_the_store_takes() {
            TinyInstanceStore narrow = new TinyInstanceStore(7, 1);
            LifecycleEvent[] events = IntStream.range(0, 30)
                    .mapToObj(i -> running("order-" + i, i))
                    .toArray(LifecycleEvent[]::new);
            new GroupCommit(narrow, CommitLimits.DEFAULT, HubgateListener.NONE).commit(delivery(events), at(90), LONG);

            assertThat(narrow.batches()).extracting(b -> b.writes().size()).containsExactly(7, 7, 7, 7, 2);
        }

        @Test
        @Rule("S-13")
        void a_deadline_in_the_past_asks_nothing_of_the_store() {
            Deadline past = Deadline.in(Duration.ZERO, STANDING);

            assertThatThrownBy(() -> commit.commit(delivery(running("order-1", 0)), at(5), past))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(store.batches()).isEmpty();
        }
    }

    @Nested
    class NothingNew {
        @Test
        @Rule("R-10")
        void an_event_that_says_nothing_new_writes_no_record_but_the_hub_was_heard() {
            commit.commit(delivery(running("order-1", 0)), at(5), LONG);
            commit.commit(delivery(running("order-1", 0)), at(50), LONG);

            assertThat(store.batches()).hasSize(2);
            assertThat(store.batches().get(1).writes()).isEmpty();
            assertThat(store.heardAt(HUB)).isEqualTo(at(50));
            assertThat(heard.get(1).duplicates()).isEqualTo(1);
        }

        @Test
        void many_such_events_touch_the_hub_once() {
            LifecycleEvent[] events = IntStream.range(0, 1_000)
                    .mapToObj(i -> running("order-" + i, i))
                    .toArray(LifecycleEvent[]::new);
            commit.commit(delivery(events), at(9_000), LONG);
            int before = store.batches().size();
            commit.commit(delivery(events), at(9_500), LONG);

            assertThat(store.batches()).hasSize(before + 1);
            assertThat(store.heardAt(HUB)).isEqualTo(at(9_500));
        }

        @Test
        void a_finished_instance_whose_reason_the_store_forgot_is_not_written_again() {
            InstanceId id = id("order-1");
            LifecycleEvent failed =
                    new LifecycleEvent(HUB, id, Sample.PLACE_ORDER, RuntimeStatus.FAILED, at(1), "out of stock");
            InstanceRecord known = InstanceRecord.of(failed, at(2));
            LifecycleEvent forgotten = new LifecycleEvent(HUB, id, Sample.PLACE_ORDER, RuntimeStatus.FAILED, at(1), "");
            commit.commit(delivery(forgotten), at(2), LONG);
            commit.commit(delivery(failed), at(3), LONG);

            assertThat(known.covers(InstanceRecord.of(forgotten, at(2)))).isTrue();
            assertThat(store.batches().get(1).writes()).isEmpty();
        }
    }

    @Nested
    class Forget {
        @Test
        void after_a_drop_the_same_event_is_stored_anew() {
            commit.commit(delivery(running("order-1", 0)), at(5), LONG);
            store.drop(HUB, LONG);
            commit.forget(new TaskHubName("orders420"));
            commit.commit(delivery(running("order-1", 0)), at(5), LONG);

            assertThat(store.all(HUB)).hasSize(1);
        }
    }

    @Nested
    class Remembering {
        @Test
        void no_more_records_are_remembered_than_allowed() {
            GroupCommit small = new GroupCommit(store, new CommitLimits(10, 1_000), HubgateListener.NONE);
            for (int i = 0; i < 25; i++) {
                small.commit(delivery(running("order-" + i, i)), at(i), LONG);
            }
            small.commit(delivery(completed("order-24", 90)), at(90), LONG);
            assertThat(store.finds()).isZero();
            small.commit(delivery(completed("order-0", 90)), at(90), LONG);
            assertThat(store.finds()).isEqualTo(1);
        }
    }
}
