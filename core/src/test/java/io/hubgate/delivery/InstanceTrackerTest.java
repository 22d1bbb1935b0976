// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import static io.hubgate.delivery.Sample.HUB;
import static io.hubgate.delivery.Sample.LONG;
import static io.hubgate.delivery.Sample.at;
import static io.hubgate.delivery.Sample.completed;
import static io.hubgate.delivery.Sample.delivery;
import static io.hubgate.delivery.Sample.id;
import static io.hubgate.delivery.Sample.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.observe.BatchCommitted;
import io.hubgate.observe.HubgateListener;
import io.hubgate.rule.Rule;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.StoreFullException;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Load, join, conditional write, and again: what happens when others are faster or the store fails. */
class InstanceTrackerTest {
    private final TinyInstanceStore tiny = new TinyInstanceStore(100, 1);
    private final ScriptedStore store = new ScriptedStore(tiny);
    private final List<BatchCommitted> heard = new ArrayList<>();
    private final GroupCommit commit = new GroupCommit(store, CommitLimits.DEFAULT, new HubgateListener() {
        @Override
        public void batchCommitted(BatchCommitted batch) {
            heard.add(batch);
        }
    });
    private final GroupCommit another = new GroupCommit(tiny, CommitLimits.DEFAULT, HubgateListener.NONE);

    @Nested
    @Rule("S-2")
    class LostRace {
        @Test
        void who_finds_the_instance_created_by_another_joins_it() {
            another.commit(delivery(running("order-1", 0), running("order-2", 0)), at(1), LONG);
            commit.commit(delivery(running("order-1", 7), running("order-3", 7)), at(8), LONG);

            InstanceRecord stored = tiny.get(HUB, id("order-1"));
            assertThat(stored.firstSeen()).isEqualTo(at(0));
            assertThat(stored.since()).isEqualTo(at(7));
            assertThat(heard).containsExactly(new BatchCommitted(HUB, 2, 2, 2, 0, 1, 2));
        }

        @Test
        void who_remembers_an_old_revision_joins_the_new_one() {
            commit.commit(delivery(running("order-1", 0)), at(1), LONG);
            another.commit(delivery(completed("order-1", 5)), at(6), LONG);
            commit.commit(delivery(running("order-1", 9)), at(10), LONG);

            InstanceRecord stored = tiny.get(HUB, id("order-1"));
            assertThat(stored.restarts()).isTrue();
            assertThat(stored.lastTerminal()).isEqualTo(at(5));
        }

        @Test
        void who_remembers_what_was_dropped_creates_it() {
            commit.commit(delivery(running("order-1", 0)), at(1), LONG);
            tiny.drop(HUB, LONG);
            commit.commit(delivery(completed("order-1", 5)), at(6), LONG);

            InstanceRecord stored = tiny.get(HUB, id("order-1"));
            assertThat(stored).isEqualTo(InstanceRecord.of(completed("order-1", 5), at(6)));
        }

        @Test
        void a_store_on_which_every_race_is_lost_is_given_up() {
            store.always((batch, write) -> List.of(new WriteResult.RevisionMismatch()));

            assertThatThrownBy(() -> commit.commit(delivery(running("order-1", 0)), at(1), LONG))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("races");
        }
    }

    @Nested
    @Rule("S-2")
    class UnknownOutcome {
        @Test
        void a_write_that_happened_is_found_and_not_made_again() {
            store.next((batch, write) -> {
                throw new UnknownOutcomeException("lost reply to " + write.get(), new IllegalStateException());
            });
            commit.commit(delivery(running("order-1", 0)), at(1), LONG);

            assertThat(tiny.batches()).extracting(b -> b.writes().size()).containsExactly(1, 0);
            assertThat(heard.get(0).duplicates()).isZero();
        }

        @Test
        void a_write_that_did_not_happen_is_made() {
            store.next((batch, write) -> {
                throw new UnknownOutcomeException("lost request", new IllegalStateException());
            });
            commit.commit(delivery(running("order-1", 0)), at(1), LONG);

            assertThat(tiny.all(HUB)).hasSize(1);
            assertThat(tiny.batches()).hasSize(1);
        }

        @Test
        void a_touch_whose_answer_was_lost_is_made_again() {
            commit.commit(delivery(running("order-1", 0)), at(1), LONG);
            store.next((batch, write) -> {
                throw new UnknownOutcomeException("lost request", new IllegalStateException());
            });
            commit.commit(delivery(running("order-1", 0)), at(99), LONG);

            assertThat(tiny.heardAt(HUB)).isEqualTo(at(99));
        }
    }

    @Nested
    class Unavailable {
        @Test
        void nothing_is_remembered_of_a_batch_that_failed() {
            commit.commit(delivery(running("order-1", 0)), at(1), LONG);
            store.next((batch, write) -> {
                throw new StoreUnavailableException("away");
            });
            assertThatThrownBy(() -> commit.commit(delivery(completed("order-1", 5)), at(6), LONG))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("away");

            commit.commit(delivery(completed("order-1", 5)), at(7), LONG);
            assertThat(tiny.finds()).isEqualTo(1);
            assertThat(tiny.get(HUB, id("order-1")).isActive()).isFalse();
        }
    }

    @Nested
    class Full {
        private final ScriptedStore.Scene full = (batch, write) -> {
            if (batch.writes().stream().anyMatch(w -> w.expected() == null)) {
                throw new StoreFullException("1 instance is the cap", "raise it");
            }
            return write.get();
        };

        @Test
        void a_full_store_still_hears_that_instances_have_finished() {
            commit.commit(delivery(running("order-1", 0)), at(1), LONG);
            store.always(full);

            assertThatThrownBy(
                            () -> commit.commit(delivery(completed("order-1", 5), running("order-2", 5)), at(6), LONG))
                    .isInstanceOf(StoreFullException.class)
                    .hasMessageContaining("cap")
                    .extracting(e -> ((StoreFullException) e).fix())
                    .isEqualTo("raise it");
            assertThat(tiny.get(HUB, id("order-1")).isActive()).isFalse();
            assertThat(tiny.all(HUB)).hasSize(1);
        }

        @Test
        void a_store_that_is_full_for_changes_too_fails_the_batch() {
            commit.commit(delivery(running("order-1", 0)), at(1), LONG);
            store.always((batch, write) -> {
                throw new StoreFullException("no room at all", "raise it");
            });

            assertThatThrownBy(() -> commit.commit(delivery(completed("order-1", 5)), at(6), LONG))
                    .isInstanceOf(StoreFullException.class);
            assertThat(tiny.batches()).extracting(InstanceBatch::receivedAt).containsExactly(at(1));
        }
    }
}
