// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import static io.hubgate.store.inmemory.Given.HUB;
import static io.hubgate.store.inmemory.Given.NOW;
import static io.hubgate.store.inmemory.Given.PAST;
import static io.hubgate.store.inmemory.Given.SOON;
import static io.hubgate.store.inmemory.Given.completed;
import static io.hubgate.store.inmemory.Given.record;
import static io.hubgate.store.inmemory.Given.running;
import static io.hubgate.store.inmemory.Given.write;
import static io.hubgate.store.inmemory.Given.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.rule.Rule;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.Revision;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.TrackedHub;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryInstanceStoreTest {
    private final InMemoryInstanceStore store = InMemoryInstanceStore.create();

    private TrackedHub hub() {
        return store.read(HUB, SOON).orElseThrow();
    }

    private Versioned<InstanceRecord> found(String id) {
        return Given.found(store, id);
    }

    @Nested
    class Records {
        @Test
        void an_active_one_comes_back_whole() {
            InstanceRecord record = new InstanceRecord(
                    new InstanceId("a"),
                    RuntimeStatus.of("Dreaming"),
                    NOW.plusNanos(1_234_567_800 % 1_000_000_000),
                    new OrchestratorName("Checkout"),
                    "held",
                    NOW.minusSeconds(5),
                    NOW.minusSeconds(3),
                    NOW);
            write(store, record, null);
            assertThat(found("a").value()).isEqualTo(record);
        }

        @Test
        void a_finished_one_keeps_what_a_late_duplicate_is_judged_by() {
            InstanceRecord record = new InstanceRecord(
                    new InstanceId("a"),
                    RuntimeStatus.TERMINATED,
                    NOW.plusNanos(700),
                    new OrchestratorName("Checkout"),
                    "by hand",
                    NOW.minusNanos(100),
                    NOW.plusNanos(700),
                    NOW.plusMillis(1));
            write(store, record, null);
            InstanceRecord kept = found("a").value();
            assertThat(kept)
                    .isEqualTo(new InstanceRecord(
                            record.id(),
                            RuntimeStatus.TERMINATED,
                            record.since(),
                            OrchestratorName.UNNAMED,
                            "",
                            record.firstSeen(),
                            record.lastTerminal(),
                            NOW.plusSeconds(1)));
        }

        @Test
        @Rule("S-14")
        void of_times_that_no_tick_can_hold_come_back_whole() {
            Instant odd = Instant.parse("2026-11-23T10:00:00.123456789Z");
            for (Instant time : List.of(odd, Instant.MIN, Instant.MAX.minusSeconds(2))) {
                for (RuntimeStatus status : List.of(RuntimeStatus.RUNNING, RuntimeStatus.FAILED)) {
                    InstanceRecord record = record(status.word() + time, status, time);
                    write(store, record, null);
                    assertThat(found(record.id().value()).value()).isEqualTo(record);
                }
            }
        }

        @Test
        void move_between_active_and_finished_and_back() {
            Revision first = written(write(store, running("a"), null));
            Revision second = written(write(store, completed("a"), first));
            assertThat(hub().active()).isEmpty();
            Revision third = written(write(store, running("a"), second));
            assertThat(hub().active()).containsExactly(running("a"));
            assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
            assertThat(store.snapshot(SOON).hub(HUB).orElseThrow().finished()).isZero();
        }

        @Test
        @Rule("S-1")
        void of_a_dropped_hub_have_revisions_that_are_never_used_again() {
            Revision before = written(write(store, running("a"), null));
            store.drop(HUB, SOON);
            Revision after = written(write(store, running("a"), null));
            assertThat(after).isNotEqualTo(before);
            assertThat(write(store, completed("a"), before)).isEqualTo(new WriteResult.RevisionMismatch());
        }
    }

    @Nested
    class Traffic {
        @Test
        void counts_orchestrations_and_entities_apart() {
            Revision running = written(write(store, running("a"), null));
            write(store, running("@cart@1"), null);
            write(store, completed("@cart@2"), null);
            write(store, completed("late"), null);
            assertThat(hub().traffic())
                    .isEqualTo(new io.hubgate.tracking.Traffic(
                            NOW.plusSeconds(1), NOW.plusSeconds(1), NOW, NOW, 1, 1, 2, false));
            write(store, completed("a").join(running("a").join(completed("a"))), running);
            assertThat(hub().active()).extracting(r -> r.id().value()).containsExactlyInAnyOrder("a", "@cart@1");
        }

        @Test
        void takes_back_a_missing_start_that_came_late() {
            Revision revision = written(write(store, completed("a"), null));
            assertThat(hub().traffic().withoutStart()).isEqualTo(1);
            InstanceRecord start = record("a", RuntimeStatus.RUNNING, NOW.minusSeconds(1));
            write(store, completed("a").join(start), revision);
            assertThat(hub().traffic().withoutStart()).isZero();
        }

        @Test
        void hears_a_batch_of_which_nothing_was_written() {
            write(store, running("a"), null);
            Instant later = NOW.plusSeconds(60);
            store.write(new InstanceBatch(HUB, 3, true, List.of(), later, later), SOON);
            assertThat(hub().traffic().lastReceipt()).isEqualTo(later);
            assertThat(hub().traffic().firstReceipt()).isEqualTo(NOW.plusSeconds(1));
        }
    }

    @Nested
    class Forgetting {
        @Test
        void takes_finished_instances_received_before_the_moment_and_no_others() {
            write(store, record("old", RuntimeStatus.COMPLETED, NOW.minusSeconds(100)), null);
            write(store, record("young", RuntimeStatus.COMPLETED, NOW), null);
            write(store, record("busy", RuntimeStatus.RUNNING, NOW.minusSeconds(100)), null);
            write(
                    store,
                    record("odd", RuntimeStatus.COMPLETED, NOW.minusSeconds(100).plusNanos(1)),
                    null);
            store.forgetFinished(NOW, SOON);
            List<InstanceId> ids = List.of(
                    new InstanceId("old"), new InstanceId("young"), new InstanceId("busy"), new InstanceId("odd"));
            assertThat(store.find(HUB, ids, SOON).keySet())
                    .extracting(InstanceId::value)
                    .containsExactlyInAnyOrder("young", "busy");
            assertThat(hub().traffic().withoutStart()).isEqualTo(3);
        }

        @Test
        void makes_room() {
            InMemoryInstanceStore small =
                    InMemoryInstanceStore.builder().maxInstances(1).build();
            write(small, completed("a"), null);
            small.forgetFinished(NOW.plusSeconds(100), SOON);
            assertThat(write(small, running("b"), null).isWritten()).isTrue();
        }
    }

    @Nested
    class Snapshots {
        @Test
        void give_a_store_that_holds_the_same() {
            write(store, running("a"), null);
            write(store, completed("b"), null);
            InstanceStoreSnapshot snapshot = store.snapshot(SOON);
            write(store, running("c"), null);
            InMemoryInstanceStore restored =
                    InMemoryInstanceStore.builder().restoring(snapshot).build();
            assertThat(restored.read(HUB, SOON))
                    .contains(snapshot.hub(HUB).orElseThrow().tracked());
            assertThat(Given.found(restored, "b").value()).isEqualTo(found("b").value());
            assertThat(Given.found(restored, "b").revision())
                    .isNotEqualTo(found("b").revision());
        }

        @Test
        void do_not_change_with_either_store() {
            write(store, completed("b"), null);
            InstanceStoreSnapshot snapshot = store.snapshot(SOON);
            InMemoryInstanceStore restored =
                    InMemoryInstanceStore.builder().restoring(snapshot).build();
            restored.forgetFinished(NOW.plusSeconds(100), SOON);
            store.drop(HUB, SOON);
            assertThat(snapshot.hub(HUB).orElseThrow().finished()).isEqualTo(1);
        }
    }

    @Test
    @Rule("S-13")
    void gives_up_at_its_deadline_also_where_nothing_is_stored() {
        assertThatThrownBy(() -> store.read(HUB, PAST)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.forgetFinished(NOW, PAST)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.drop(HUB, PAST)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void refuses_a_batch_of_two_partitions_or_of_one_instance_twice() {
        InstanceWrite write = new InstanceWrite(running("a"), null);
        int partition = store.partitionOf(HUB, new InstanceId("a"));
        InstanceBatch twice = new InstanceBatch(HUB, partition, true, List.of(write, write), NOW, NOW);
        InstanceBatch elsewhere = new InstanceBatch(HUB, partition + 1, true, List.of(write), NOW, NOW);
        assertThatThrownBy(() -> store.write(twice, SOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.write(elsewhere, SOON)).isInstanceOf(IllegalArgumentException.class);
    }
}
