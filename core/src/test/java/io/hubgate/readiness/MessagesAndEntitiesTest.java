// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.rule.Rule;
import io.hubgate.taskhub.EntityState;
import io.hubgate.taskhub.HubLayout;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.QueueMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a look showed beside orchestrations")
class MessagesAndEntitiesTest {
    private static List<String> codes(Looks look) {
        return Cases.drained().seen(look).codes();
    }

    @Nested
    @DisplayName("in queues")
    @Rule("R-16")
    class Messages {
        @ParameterizedTest
        @CsvSource({
            "0,0,''",
            "1,1,''",
            "1,0,UNEXPLAINED_MESSAGES",
            "2,1,UNEXPLAINED_MESSAGES",
            "0,1,EVIDENCE_CONTRADICTS"
        })
        void hiddenOnesAreExplainedExactlyByTimers(long hidden, int timers, String code) {
            Looks look = new Looks().hidden(1, hidden);
            for (int i = 0; i < timers; i++) {
                look.leftovers.add(Looks.timer(1, i, Duration.ofHours(1)));
            }
            assertThat(codes(look)).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        }

        @ParameterizedTest
        @CsvSource({"30,UNEXPLAINED_MESSAGES", "31,''"})
        void aTimerExplainsOnlyWhileItIsAheadForCertain(int aheadSeconds, String code) {
            Looks look = new Looks().hidden(0, 1);
            look.leftovers.add(Looks.timer(0, 1, Duration.ofSeconds(aheadSeconds)));
            assertThat(codes(look)).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        }

        @Test
        void aTimerExplainsItsOwnQueueOnceAndIsRemembered() {
            Looks elsewhere = new Looks().hidden(0, 1);
            elsewhere.leftovers.add(Looks.timer(1, 1, Duration.ofHours(1)));
            assertThat(codes(elsewhere)).containsExactly("EVIDENCE_CONTRADICTS", "UNEXPLAINED_MESSAGES");
            Looks twice = new Looks().hidden(0, 2);
            twice.leftovers.add(Looks.timer(0, 1, Duration.ofHours(1)));
            twice.leftovers.add(Looks.timer(0, 1, Duration.ofHours(1)));
            assertThat(codes(twice)).containsExactly("UNEXPLAINED_MESSAGES");
            Looks seen = new Looks().hidden(0, 1);
            seen.leftovers.add(Looks.timer(0, 1, Duration.ofHours(1)));
            Looks purged = new Looks().hidden(0, 1);
            purged.memory = Remembering.after(
                    HubMemory.NONE, seen.build(), Cases.drained().build().events());
            assertThat(codes(purged)).isEmpty();
            assertThat(Cases.warnings(Cases.drained().seen(purged).judge())).contains("LEFTOVER_MESSAGES");
        }

        @Test
        void theWorseOfTwoLooksCounts() {
            Looks look = new Looks();
            look.hiddenBefore.put(0, 1L);
            assertThat(codes(look)).containsExactly("UNEXPLAINED_MESSAGES");
            Looks later = new Looks();
            later.hiddenAfter.put(0, 1L);
            assertThat(codes(later)).containsExactly("UNEXPLAINED_MESSAGES");
        }

        @Test
        void nothingIsExplainedWhereTheNumberOfPartitionsIsDoubtful() {
            Looks look = new Looks().hidden(0, 1);
            look.leftovers.add(Looks.timer(0, 1, Duration.ofHours(1)));
            look.layout = new HubLayout(2, 4, null, false);
            assertThat(codes(look)).containsExactly("UNEXPLAINED_MESSAGES");
        }

        @Test
        void whatIsUnexplainedEndsSevenDaysAfterItLastGrew() {
            Looks look = new Looks().hidden(0, 1);
            assertThat(Cases.drained()
                            .seen(look)
                            .blocker(BlockerCode.UNEXPLAINED_MESSAGES)
                            .atLatest())
                    .isEqualTo(Cases.NOW.plus(Duration.ofDays(7)));
            look.memory = new HubMemory(
                    null,
                    false,
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Map.of(0, new HubMemory.Surplus(1, Cases.NOW.minus(Duration.ofDays(1)))),
                    null,
                    List.of());
            assertThat(Cases.drained()
                            .seen(look)
                            .blocker(BlockerCode.UNEXPLAINED_MESSAGES)
                            .atLatest())
                    .isEqualTo(Cases.NOW.plus(Duration.ofDays(6)));
        }

        @Test
        void visibleOnesBlockAndNameKindAndInstance() {
            Looks look = new Looks();
            look.visible.put(1, List.of(Looks.message("m1", "order-1", 0, Duration.ZERO)));
            assertThat(codes(look)).containsExactly("MESSAGES_QUEUED");
            assertThat(Cases.drained()
                            .seen(look)
                            .blocker(BlockerCode.MESSAGES_QUEUED)
                            .message())
                    .contains("TaskCompleted for order-1");
        }

        /** No host takes them any more once the code of the hub is overwritten, so they would stand in the way for ever. */
        @ParameterizedTest
        @CsvSource({
            "TimerFired,Completed,e-order-1,0,''",
            "TimerFired,Terminated,e-order-1,0,''",
            "TimerFired,Completed,e-order-1,10,POISON_MESSAGE",
            "TimerFired,Pending,e-order-1,0,MESSAGES_QUEUED",
            "TimerFired,Completed,e-older,0,MESSAGES_QUEUED",
            "TimerFired,Completed,,0,MESSAGES_QUEUED",
            "TaskCompleted,Completed,e-order-1,0,MESSAGES_QUEUED",
            "ExecutionStarted,Terminated,e-order-1,0,MESSAGES_QUEUED"
        })
        void aTimerThatIsDueOfAGenerationThatHasFinishedIsNoWork(
                String kind, String status, @Nullable String generation, int tries, String code) {
            Instant then = Cases.NOW.minus(Duration.ofHours(2));
            InstanceId id = new InstanceId("order-1");
            ExecutionId execution = generation == null ? null : new ExecutionId(generation);
            Looks look = new Looks().found(Looks.row(RuntimeStatus.of(status), "order-1", then));
            look.visible.put(1, List.of(new QueueMessage("m1", kind, id, execution, tries, then)));
            List<String> found = codes(look).stream()
                    .filter(one -> !one.equals("INSTANCES_ACTIVE"))
                    .toList();
            assertThat(found).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
            assertThat(Cases.warnings(Cases.drained().seen(look).judge()).contains("LEFTOVER_MESSAGES"))
                    .isEqualTo(code.isEmpty());
        }

        /** Its row may have been read before whatever sent it. */
        @Test
        void aTimerThatWasFirstSeenAfterTheRowsIs() {
            Looks look = new Looks().found(Looks.row(RuntimeStatus.FAILED, "order-1", Cases.NOW));
            HubLook before = look.build();
            QueueMessage due = new QueueMessage(
                    "m1", "TimerFired", new InstanceId("order-1"), new ExecutionId("e-order-1"), 0, Cases.NOW);
            look.visible.put(1, List.of(due));
            HubLook after = before.lookedAtAgain(look.build());
            assertThat(DueTimers.of(after, List.of(due))).isEmpty();
            assertThat(DueTimers.of(look.build(), List.of(due))).containsExactly(due);
        }

        @ParameterizedTest
        @CsvSource({"10,61,POISON_MESSAGE", "9,61,MESSAGES_QUEUED", "10,60,MESSAGES_QUEUED"})
        void onesThatWereTriedTenTimesForAnHourArePoison(int tries, int minutes, String code) {
            Looks look = new Looks();
            look.visible.put(1, List.of(Looks.message("m1", "order-1", tries, Duration.ofMinutes(minutes))));
            assertThat(codes(look)).containsExactly(code);
        }

        @Test
        void anyOneOfTheQueueOfActivitiesIsWork() {
            assertThat(codes(new Looks().hidden(QueueLook.WORK_ITEMS, 1))).containsExactly("ACTIVITIES_RUNNING");
        }
    }

    @Nested
    @DisplayName("of entities")
    @Rule("R-13")
    class Entities {
        private Looks locked(long queueSize) {
            Looks look = new Looks();
            look.busy.add(Looks.entity("@cart@1", new EntityState(true, queueSize, new InstanceId("order-1"), true)));
            return look;
        }

        @Test
        void idleOnesWarnAndKeepDataFromBeingRemoved() {
            Looks look = new Looks();
            look.idle.put("cart", 2L);
            assertThat(Cases.warnings(Cases.drained().seen(look).judge())).contains("ENTITIES_IDLE");
            assertThat(Cases.retired().seen(look).codes()).contains("ENTITIES_PRESENT");
            HubCase retired = Cases.retired().seen(look).build();
            HubCleanupRules rules = new HubCleanupRules(ReadinessRules.standard());
            assertThat(Cases.codes(rules.judge(retired, List.of(), true))).doesNotContain("ENTITIES_PRESENT");
            assertThat(Cases.codes(rules.judge(retired, List.of(Cases.HUB), true)))
                    .contains("IN_SLOT");
        }

        @Test
        void busyOnesAndUnreadableOnesBlock() {
            Looks queued = new Looks();
            queued.busy.add(Looks.entity("@cart@1", new EntityState(true, 1, null, true)));
            assertThat(codes(queued)).containsExactly("ENTITIES_BUSY");
            Looks unreadable = new Looks();
            unreadable.busy.add(Looks.entity("@cart@1", EntityState.UNREADABLE));
            assertThat(codes(unreadable)).containsExactly("ENTITIES_BUSY");
            assertThat(codes(locked(0))).containsExactly("ENTITIES_BUSY");
        }

        @Test
        void aLockWhoseHolderHasEndedIsOrphaned() {
            var ended = Looks.row(RuntimeStatus.TERMINATED, "order-1", Cases.NOW.minusSeconds(99));
            assertThat(codes(locked(1).found(ended))).containsExactly("ENTITY_LOCK_ORPHANED");
            assertThat(codes(locked(1).absent("order-1"))).containsExactly("ENTITY_LOCK_ORPHANED");
            assertThat(codes(locked(0).found(ended))).isEmpty();
            assertThat(Cases.warnings(
                            Cases.drained().seen(locked(0).found(ended)).judge()))
                    .contains("ENTITY_LOCK_IDLE");
            var alive = Looks.row(RuntimeStatus.RUNNING, "order-1", Cases.NOW.minusSeconds(99));
            assertThat(codes(locked(1).found(alive))).contains("ENTITIES_BUSY");
        }
    }

    @Nested
    @DisplayName("of hosts, when its data shall go")
    @Rule("R-17")
    class Hosts {
        private HubMemory quiet(Duration ago, String stamp) {
            return new HubMemory(
                    null,
                    false,
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    new HubMemory.QuietHosts(Cases.NOW.minus(ago), Map.of("control-00", stamp)),
                    List.of());
        }

        private List<String> deleting(boolean alive, HubMemory memory, String after) {
            Looks look = new Looks();
            look.hostAlive = alive;
            look.memory = memory;
            look.stampAfter = after;
            return Cases.retired().seen(look).codes();
        }

        @Test
        void noneMayLiveAtTwoLooksAMinuteApart() {
            assertThat(deleting(true, quiet(Duration.ofHours(1), "1"), "1")).containsExactly("HOST_ACTIVE");
            assertThat(deleting(false, HubMemory.NONE, "1")).containsExactly("HOST_ACTIVE");
            assertThat(deleting(false, quiet(Duration.ofSeconds(59), "1"), "1")).containsExactly("HOST_ACTIVE");
            assertThat(deleting(false, quiet(Duration.ofSeconds(60), "1"), "1")).isEmpty();
        }

        @Test
        void aWriteInBetweenIsASignOfLife() {
            assertThat(deleting(false, quiet(Duration.ofHours(1), "0"), "1")).containsExactly("HOST_ACTIVE");
            assertThat(deleting(false, quiet(Duration.ofHours(1), "1"), "2")).containsExactly("HOST_ACTIVE");
        }
    }
}
