// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One instance's events become one record, in whatever order and number they come. */
class InstanceRecordTest {
    private static final TaskHubName HUB = new TaskHubName("Orders420");
    private static final InstanceId ID = new InstanceId("order-1");
    private static final Instant START = Instant.parse("2026-11-23T05:18:12.501234567Z");
    private static final List<String> WORDS =
            List.of("Running", "Completed", "Failed", "Terminated", "Canceled", "Pending", "Suspended", "Odd");

    private static LifecycleEvent event(String word, long nanos, String function, String reason) {
        return new LifecycleEvent(
                HUB, ID, new OrchestratorName(function), RuntimeStatus.of(word), START.plusNanos(nanos), reason);
    }

    private static InstanceRecord record(String word, long nanos) {
        return InstanceRecord.of(event(word, nanos, "PlaceOrder", ""), START);
    }

    /** Few times, so that many are equal; some of them 100 ns apart. */
    private static LifecycleEvent any(Random random) {
        return event(
                WORDS.get(random.nextInt(WORDS.size())),
                random.nextInt(4) * 100L,
                random.nextBoolean() ? "PlaceOrder" : "ShipOrder",
                random.nextBoolean() ? "" : "out of stock");
    }

    private static List<LifecycleEvent> some(Random random, int most) {
        List<LifecycleEvent> events = new ArrayList<>();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            events.add(any(random));
        }
        return events;
    }

    private static InstanceRecord record(List<LifecycleEvent> events) {
        InstanceRecord record = InstanceRecord.of(events.get(0), START);
        for (LifecycleEvent event : events) {
            record = record.join(InstanceRecord.of(event, START));
        }
        return record;
    }

    @Nested
    @Rule("V-3")
    class Join {
        @Test
        void any_order_duplication_and_split_gives_what_all_events_together_say() {
            for (int seed = 0; seed < 5_000; seed++) {
                Random random = new Random(seed);
                List<LifecycleEvent> events = some(random, 8);
                List<LifecycleEvent> received = new ArrayList<>(events);
                for (int i = random.nextInt(5); i > 0; i--) {
                    received.add(events.get(random.nextInt(events.size())));
                }
                Collections.shuffle(received, random);

                assertThat(PlainModel.of(splitAndJoined(received, random)))
                        .as("seed %d, %s", seed, received)
                        .isEqualTo(PlainModel.of(events));
            }
        }

        /** Joins the events in a tree of random shape, as several backends might. */
        private InstanceRecord splitAndJoined(List<LifecycleEvent> events, Random random) {
            if (events.size() == 1) {
                return InstanceRecord.of(events.get(0), START);
            }
            int cut = 1 + random.nextInt(events.size() - 1);
            return splitAndJoined(events.subList(0, cut), random)
                    .join(splitAndJoined(events.subList(cut, events.size()), random));
        }

        @Test
        void it_is_commutative_associative_and_idempotent_on_joined_records_too() {
            for (int seed = 0; seed < 5_000; seed++) {
                Random random = new Random(seed);
                InstanceRecord a = record(some(random, 4));
                InstanceRecord b = record(some(random, 4));
                InstanceRecord c = record(some(random, 4));

                assertThat(a.join(b)).as("commutative, seed %d", seed).isEqualTo(b.join(a));
                assertThat(a.join(b).join(c)).as("associative, seed %d", seed).isEqualTo(a.join(b.join(c)));
                assertThat(a.join(a)).as("idempotent, seed %d", seed).isEqualTo(a);
                assertThat(a.join(b).join(b)).as("absorbing, seed %d", seed).isEqualTo(a.join(b));
            }
        }

        @Test
        void the_latest_receipt_is_kept() {
            InstanceRecord early = InstanceRecord.of(event("Running", 0, "PlaceOrder", ""), START);
            InstanceRecord late = InstanceRecord.of(event("Running", 0, "PlaceOrder", ""), START.plusSeconds(1));

            assertThat(early.join(late).receivedAt()).isEqualTo(START.plusSeconds(1));
            assertThat(late.join(early).receivedAt()).isEqualTo(START.plusSeconds(1));
        }

        @Test
        @Rule("S-14")
        void a_difference_of_100_nanoseconds_decides() {
            InstanceRecord joined = record("Running", 100).join(record("Completed", 200));

            assertThat(joined.isActive()).isFalse();
            assertThat(joined.since()).isEqualTo(START.plusNanos(200));
        }

        @Test
        void at_equal_times_the_instance_is_busy() {
            for (String busy : List.of("Running", "Pending", "Suspended", "Odd")) {
                for (String ended : List.of("Completed", "Failed", "Terminated", "Canceled")) {
                    assertThat(record(busy, 0).join(record(ended, 0)).isActive())
                            .as(busy + " and " + ended)
                            .isTrue();
                }
            }
        }
    }

    @Nested
    class Covers {
        @Test
        void what_is_covered_changes_nothing_when_joined_and_what_is_not_covered_does() {
            for (int seed = 0; seed < 5_000; seed++) {
                Random random = new Random(seed);
                InstanceRecord a = record(some(random, 3));
                InstanceRecord b = record(some(random, 3));
                InstanceRecord joined = a.join(b);
                boolean onlyReason = !joined.isActive() && a.equals(with(joined, joined.function(), ""));

                assertThat(a.covers(b)).as("seed %d: %s and %s", seed, a, b).isEqualTo(joined.equals(a) || onlyReason);
            }
        }

        @Test
        void a_later_receipt_alone_says_nothing_new() {
            LifecycleEvent event = event("Running", 0, "PlaceOrder", "");

            assertThat(InstanceRecord.of(event, START).covers(InstanceRecord.of(event, START.plusSeconds(9))))
                    .isTrue();
        }

        @Test
        void what_a_store_forgot_of_a_finished_instance_is_nothing_new() {
            InstanceRecord failed = InstanceRecord.of(event("Failed", 0, "PlaceOrder", "out of stock"), START);

            assertThat(with(failed, failed.function(), "").covers(failed)).isTrue();
            assertThat(with(failed, OrchestratorName.UNNAMED, "").covers(failed))
                    .isTrue();
            assertThat(with(failed, failed.function(), "in doubt").covers(failed))
                    .isFalse();
        }

        @Test
        void nothing_is_forgotten_of_an_active_instance() {
            InstanceRecord running = record("Running", 0);

            assertThat(with(running, OrchestratorName.UNNAMED, "").covers(running))
                    .isFalse();
        }

        private InstanceRecord with(InstanceRecord r, OrchestratorName function, String reason) {
            return new InstanceRecord(
                    r.id(), r.status(), r.since(), function, reason, r.firstSeen(), r.lastTerminal(), r.receivedAt());
        }
    }

    @Nested
    class Meaning {
        @Test
        void an_eternal_orchestration_restarts() {
            InstanceRecord record =
                    record("Running", 0).join(record("Completed", 100)).join(record("Running", 200));

            assertThat(record.restarts()).isTrue();
            assertThat(record.firstSeen()).isEqualTo(START);
        }

        @Test
        void what_has_ended_does_not_restart() {
            assertThat(record("Running", 0).join(record("Completed", 100)).restarts())
                    .isFalse();
        }

        @Test
        void a_late_beginning_does_not_revive_what_ended_later() {
            assertThat(record("Completed", 100).join(record("Running", 0)).isActive())
                    .isFalse();
        }

        @Test
        void an_end_without_a_beginning_is_told_apart() {
            assertThat(record("Completed", 100).isWithoutStart()).isTrue();
            assertThat(record("Completed", 100).join(record("Running", 0)).isWithoutStart())
                    .isFalse();
        }
    }
}
