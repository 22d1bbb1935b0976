// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.Actor;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Waiver;
import io.hubgate.readiness.WaiverTarget;
import io.hubgate.rule.Rule;
import io.hubgate.verification.taskhub.image.Account;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.platform.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each attack by itself; relays of work during the look are {@link RelayTest}'s, and the simulation mixes them. */
class AttackTest {
    private final Target target = new Target(3);

    @Test
    @Rule("R-12")
    void aStartThatWasTerminatedBeforeItsTimeIsWorkAndItsRowGoesFromTerminatedToRunning() {
        Instant due = target.platform.now().plus(Duration.ofMinutes(30));
        target.platform.start("later", Kind.WAIT, due);
        target.work();
        target.platform.terminate("later");
        target.work();
        assertThat(status("later")).isEqualTo("Terminated");
        assertThat(Target.codes(target.verdict())).contains("INSTANCES_SCHEDULED");
        target.passing(Duration.ofMinutes(31));
        assertThat(status("later")).isEqualTo("Running");
        assertThat(Target.codes(target.verdict())).contains("INSTANCES_ACTIVE");
    }

    @Test
    @Rule("R-16")
    void aClearedControlQueueContradictsTheTimersThatExplainedIt() {
        leaveATimer();
        assertThat(target.verdict().isReady()).isTrue();
        Verdict cleared = target.verdict(
                image -> Images.withQueues(image, queues -> queues.replaceAll((name, messages) -> List.of())));
        assertThat(cleared.isReady()).isFalse();
        assertThat(Target.codes(cleared)).contains("EVIDENCE_CONTRADICTS");
    }

    @Test
    @Rule("R-16")
    void aChangedNumberOfPartitionsTakesTheExplanationAway() {
        leaveATimer();
        Verdict more = target.verdict(
                image -> Images.withQueues(image, queues -> queues.put("orders1-control-03", List.of())));
        assertThat(more.isReady()).isFalse();
        assertThat(Target.codes(more)).contains("UNEXPLAINED_MESSAGES");
        Verdict fewer =
                target.verdict(image -> Images.withQueues(image, queues -> queues.remove("orders1-control-02")));
        assertThat(fewer.isReady()).isFalse();
        assertThat(Target.codes(fewer)).containsAnyOf("HUB_INCOMPLETE", "UNEXPLAINED_MESSAGES");
    }

    @Test
    @Rule({"R-18", "R-20"})
    void queuesInOneAccountAndTablesInAnotherAreNoHub() {
        Account whole = target.platform.image().hubs();
        Account queues = new Account(Map.of(), whole.queues(), Map.of());
        Account tables = new Account(whole.tables(), Map.of(), Map.of());
        for (Account half : List.of(queues, tables)) {
            Verdict verdict = target.verdict(image -> new StorageImage(image.takenAt(), half, null, null));
            assertThat(verdict.isReady()).isFalse();
            assertThat(Target.codes(verdict)).containsAnyOf("HUB_INCOMPLETE", "HUB_MISSING");
        }
    }

    @Test
    @Rule("R-14")
    void theHubsNameInASecondIdleAccountIsNotTheHubOfTheEvents() {
        Target idle = new Target(3);
        idle.hear("order-1");
        Verdict verdict = idle.verdict();
        assertThat(verdict.isReady()).isFalse();
        assertThat(Target.codes(verdict)).contains("HUB_MISMATCH");
    }

    @Test
    @Rule("R-14")
    void aPurgeBesideTheLookHidesNothingThatEventsCallActive() {
        target.platform.start("order-1", Kind.WAIT, null);
        target.platform.start("order-2", Kind.WAIT, null);
        target.work();
        target.hear("order-1");
        target.hear("order-2");
        Verdict purged = target.verdict(image -> Images.without(image, "order-1"));
        assertThat(Target.codes(purged)).contains("INSTANCES_ACTIVE", "INSTANCE_UNACCOUNTED");
        Verdict both = target.verdict(image -> Images.without(Images.without(image, "order-1"), "order-2"));
        assertThat(both.isReady()).isFalse();
    }

    @Test
    @Rule("R-16")
    void aPurgeTakesTheExplanationAndNotTheMessageUnlessALookHadSeenIt() {
        leaveATimer();
        Target forgetful = new Target(3);
        leaveATimer(forgetful);
        forgetful.platform.purge("approval");
        assertThat(Target.codes(forgetful.verdict())).contains("UNEXPLAINED_MESSAGES");
        assertThat(target.verdict().isReady()).isTrue();
        target.platform.purge("approval");
        assertThat(target.verdict().isReady()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-40, 40})
    @Rule("R-22")
    void clocksThatAreOffBySecondsChangeNoVerdict(long seconds) {
        Duration off = Duration.ofSeconds(seconds);
        Verdict idle = target.verdictWithClockOff(off);
        assertThat(idle.isReady()).as(idle.toString()).isTrue();
        assertThat(Target.codes(idle)).contains("CLOCK_DRIFT");
        leaveATimer();
        target.platform.signal("@counter@k0", Duration.ofSeconds(20));
        assertThat(target.verdictWithClockOff(off).isReady()).isFalse();
        target.passing(Duration.ofSeconds(30));
        assertThat(target.verdictWithClockOff(off).isReady()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-61, 61})
    @Rule("R-22")
    void clocksThatAreOffByMoreThanAMinuteAreUnknown(long seconds) {
        Verdict verdict = target.verdictWithClockOff(Duration.ofSeconds(seconds));
        assertThat(verdict.isReady()).isFalse();
        assertThat(Target.codes(verdict)).contains("CLOCK_SKEW");
    }

    @Test
    @Rule("R-15")
    void aRestartUnderTheSameIdIsNotWhatTheWaiverNames() {
        target.platform.start("order-1", Kind.WAIT, null);
        target.work();
        target.waivers.add(waiver(execution("order-1")));
        assertThat(Target.codes(target.verdict())).contains("WAIVED").doesNotContain("INSTANCES_ACTIVE");
        target.platform.terminate("order-1");
        target.work();
        target.platform.start("order-1", Kind.WAIT, null);
        target.work();
        assertThat(Target.codes(target.verdict())).contains("INSTANCES_ACTIVE").doesNotContain("WAIVED");
    }

    private Waiver waiver(String execution) {
        Instant now = target.platform.now();
        return new Waiver(
                "w-1",
                Target.HUB,
                BlockerCode.INSTANCES_ACTIVE,
                new WaiverTarget.OfInstance(new InstanceId("order-1"), new ExecutionId(execution)),
                Actor.of("operator"),
                "its order was cancelled by hand",
                now,
                now.plus(Duration.ofDays(1)));
    }

    private void leaveATimer() {
        leaveATimer(target);
    }

    /** An approval that was given: its timer of 72 hours stays in the queue. */
    private static void leaveATimer(Target target) {
        target.platform.start("approval", Kind.APPROVAL, null);
        target.work();
        target.platform.raise("approval");
        target.passing(Duration.ofSeconds(10));
    }

    private String status(String id) {
        return String.valueOf(row(id).text("RuntimeStatus"));
    }

    private String execution(String id) {
        return String.valueOf(row(id).text("ExecutionId"));
    }

    private Row row(String id) {
        return target.platform.image().hubs().tables().getOrDefault("orders1Instances", List.of()).stream()
                .filter(row -> row.partition().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
