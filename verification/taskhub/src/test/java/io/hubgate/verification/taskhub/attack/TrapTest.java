// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.image.Value;
import io.hubgate.verification.taskhub.platform.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each known trap of a readiness check in its direction: what looks idle and is not, what looks busy and is not. */
class TrapTest {
    private final Target target = new Target(3);

    @Nested
    @DisplayName("Not READY, although a look at active rows, or at events, says so:")
    @Rule("V-1")
    class FalseReady {
        @Test
        void aStartMessageWithoutARowYet() {
            target.platform.start("order-1", Kind.WAIT, null);
            assertThat(rows()).isEmpty();
            blocks("MESSAGES_QUEUED");
        }

        @Test
        void aDetachedStartWhoseParentHasCompleted() {
            target.platform.start("order-1", Kind.DETACH, null);
            until(() -> rows().stream().anyMatch(row -> "Completed".equals(row.text("RuntimeStatus"))));
            assertThat(rows()).hasSize(1);
            blocks("MESSAGES_QUEUED");
        }

        @Test
        void aFirstSignalToAnEntityThatHasNoRow() {
            target.platform.signal("@counter@k1", Duration.ZERO);
            assertThat(rows()).isEmpty();
            blocks("MESSAGES_QUEUED");
        }

        @Test
        void aDelayedSignalToAnEntityWhoseRowIsIdle() {
            target.platform.signal("@counter@k1", Duration.ZERO);
            target.work();
            target.platform.signal("@counter@k1", Duration.ofDays(3));
            blocks("UNEXPLAINED_MESSAGES");
        }

        @Test
        void anOperationBehindALockThatNobodyReleases() {
            target.platform.start("order-1", Kind.LOCK, null);
            target.work();
            target.platform.terminate("order-1");
            target.work();
            target.platform.signal("@counter@k0", Duration.ZERO);
            target.passing(Duration.ofMinutes(1));
            blocks("ENTITY_LOCK_ORPHANED");
        }

        @Test
        void anActivityThatExecutesForATerminatedRow() {
            target.platform.start("order-1", Kind.CHAIN, null);
            target.work();
            target.platform.terminate("order-1");
            target.work();
            assertThat(rows().get(0).text("RuntimeStatus")).isEqualTo("Terminated");
            blocks("ACTIVITIES_RUNNING");
        }

        @Test
        void aRewoundInstanceWhoseRowSaysPending() {
            target.platform.start("order-1", Kind.FAILS, null);
            target.work();
            target.passing(Duration.ofMinutes(1));
            target.platform.rewind("order-1");
            target.work();
            assertThat(rows().get(0).text("RuntimeStatus")).isEqualTo("Pending");
            blocks("INSTANCES_ACTIVE");
        }

        @Test
        void aTimerThatFellDueWithoutAHostAndItsInstanceWaitsForIt() {
            target.platform.start("order-1", Kind.APPROVAL, null);
            target.work();
            target.platform.pass(Duration.ofDays(4));
            blocks("MESSAGES_QUEUED");
        }

        @Test
        void aSuspendedInstance() {
            target.platform.start("order-1", Kind.WAIT, null);
            target.work();
            target.platform.suspend("order-1");
            target.work();
            assertThat(rows().get(0).text("RuntimeStatus")).isEqualTo("Suspended");
            blocks("INSTANCES_ACTIVE");
        }

        @Test
        void anEternalInstanceThatWasCreatedJustNowAgain() {
            target.platform.start("order-1", Kind.ETERNAL, null);
            target.work();
            target.passing(Duration.ofDays(1));
            assertThat(rows().get(0).time("CreatedTime")).isAfter(Instant.parse("2026-11-24T00:00:00Z"));
            blocks("INSTANCES_ACTIVE");
        }

        @Test
        void theChildOfATerminatedParent() {
            target.platform.start("order-1", Kind.PARENT, null);
            target.work();
            target.platform.terminate("order-1");
            target.work();
            blocks("INSTANCES_ACTIVE");
        }

        @Test
        void aRowOfAStatusThatNobodyKnowsOrOfNone() {
            target.platform.start("order-1", Kind.WAIT, null);
            target.work();
            for (Value value : List.of(Value.string("Draining"), Value.string("running"), Value.string(""))) {
                blocks(image -> Images.withRow(image, row -> row.with("RuntimeStatus", value)));
            }
            blocks(image -> Images.withRow(image, row -> row.with("RuntimeStatus", null)));
        }

        @Test
        void aRowInSharedTablesThatNamesNoHub() {
            blocks(image -> Images.shared(image, anothers(null)));
        }

        /** It began before anybody listened, and no event ever came. */
        @Test
        void anInstanceOfWhichNoEventEverCame() {
            target.platform.start("order-1", Kind.WAIT, null);
            target.work();
            target.passing(Duration.ofDays(60));
            assertThat(target.heard).isEmpty();
            blocks("INSTANCES_ACTIVE");
        }
    }

    @Nested
    @DisplayName("READY, although a look at active rows, queues or events says busy:")
    @Rule("V-4")
    class FalseBusy {
        @Test
        void anIdleEntityWhoseRowSaysRunningForEver() {
            target.platform.signal("@counter@k1", Duration.ZERO);
            target.work();
            assertThat(rows().get(0).text("RuntimeStatus")).isEqualTo("Running");
            isReadyWith("ENTITIES_IDLE");
        }

        @Test
        void theTimerOfAFinishedInstance() {
            target.platform.start("order-1", Kind.APPROVAL, null);
            target.work();
            target.platform.raise("order-1");
            target.passing(Duration.ofMinutes(1));
            isReadyWith("LEFTOVER_MESSAGES");
        }

        /** Its hosts are stopped, or their code was overwritten: nobody drops the message. */
        @Test
        void theTimerOfAFinishedInstanceThatFellDueWithoutAHost() {
            target.platform.start("order-1", Kind.APPROVAL, null);
            target.work();
            target.platform.raise("order-1");
            target.passing(Duration.ofMinutes(1));
            target.platform.pass(Duration.ofDays(4));
            isReadyWith("LEFTOVER_MESSAGES");
        }

        @Test
        void activeRowsOfAnotherHubInSharedTables() {
            Verdict verdict = target.verdict(image -> Images.shared(image, anothers("orders2")));
            assertThat(verdict.isReady()).as(verdict.toString()).isTrue();
        }

        @Test
        void anEndOfWhichNoEventCame() {
            target.platform.start("order-1", Kind.WAIT, null);
            target.work();
            target.hear("order-1");
            target.platform.terminate("order-1");
            target.passing(Duration.ofMinutes(1));
            isReadyWith();
        }

        @Test
        void aRunningThatCameTwiceAndLate() {
            target.platform.start("order-1", Kind.WAIT, null);
            target.work();
            target.platform.raise("order-1");
            target.work();
            target.hear("order-1");
            target.passing(Duration.ofMinutes(1));
            isReadyWith();
        }

        @Test
        void aPurgedInstanceThatEventsCallActiveOnceTwoLooksHaveMissedIt() {
            target.platform.start("order-1", Kind.WAIT, null);
            target.work();
            target.hear("order-1");
            assertThat(target.verdict().isReady()).isFalse();
            target.platform.terminate("order-1");
            target.work();
            target.platform.purge("order-1");
            target.passing(Duration.ofHours(2));
            isReadyWith();
        }
    }

    @Nested
    @DisplayName("Not merely busy:")
    class MoreThanBusy {
        @Test
        @Rule("R-21")
        void workWithoutAnyHostIsFrozen() {
            target.platform.start("order-1", Kind.WAIT, null);
            target.work();
            Verdict verdict = target.verdict(image -> Images.withTables(
                    image,
                    tables -> tables.computeIfPresent(
                            "orders1Partitions",
                            (name, rows) -> rows.stream()
                                    .map(row -> row.with("CurrentOwner", null))
                                    .toList())));
            assertThat(Target.codes(verdict)).contains("INSTANCES_ACTIVE", "FROZEN");
        }

        @Test
        @Rule("R-15")
        void aRowThatSaysRunningAfterItsHistoryHasEndedIsStale() {
            target.platform.start("order-1", Kind.CHAIN, null);
            target.work();
            target.passing(Duration.ofMinutes(1));
            target.platform.pass(Duration.ofMinutes(20));
            Verdict verdict = target.verdict(
                    image -> Images.withRow(image, row -> row.with("RuntimeStatus", Value.string("Running"))));
            assertThat(Target.codes(verdict)).contains("STALE_STATUS").doesNotContain("INSTANCES_ACTIVE");
        }
    }

    private void blocks(String code) {
        Verdict verdict = target.verdict();
        assertThat(verdict.isReady()).isFalse();
        assertThat(Target.codes(verdict)).contains(code);
    }

    private void blocks(UnaryOperator<StorageImage> changed) {
        assertThat(target.verdict(changed).isReady()).isFalse();
    }

    private void isReadyWith(String... warnings) {
        Verdict verdict = target.verdict();
        assertThat(verdict.isReady()).as(verdict.toString()).isTrue();
        assertThat(Target.codes(verdict)).containsAll(List.of(warnings));
    }

    private void until(BooleanSupplier reached) {
        for (int steps = 0; steps < 100 && !reached.getAsBoolean(); steps++) {
            target.platform.step();
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    private List<Row> rows() {
        return target.platform.image().hubs().tables().getOrDefault("orders1Instances", List.of());
    }

    private Row anothers(@Nullable String hub) {
        Row row = new Row(
                "other-1",
                "",
                target.platform.now().minus(Duration.ofMinutes(10)),
                Map.of("RuntimeStatus", Value.string("Running"), "Name", Value.string("Work")));
        return hub == null ? row : row.with("TaskHubName", Value.string(hub));
    }
}
