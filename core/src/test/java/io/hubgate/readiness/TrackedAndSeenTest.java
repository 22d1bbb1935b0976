// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.Actor;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.rule.Rule;
import io.hubgate.tracking.InstanceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Events and rows together")
@Rule("R-14")
class TrackedAndSeenTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static Cases heard(Duration ago) {
        return Cases.drained().running("order-1", ago);
    }

    private static HubMemory memory(@Nullable Instant listed, @Nullable Instant absent, boolean identified) {
        InstanceId id = new InstanceId("order-1");
        return new HubMemory(
                null,
                identified,
                listed == null ? Map.of() : Map.of(id, listed),
                absent == null ? Map.of() : Map.of(id, absent),
                List.of(),
                Map.of(),
                null,
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"0,true", "300,true", "301,false"})
    void aTerminalRowClosesUnlessTheEventIsLater(int eventLaterBySeconds, boolean closes) {
        Instant written = Cases.NOW.minus(HOUR);
        Cases cases = Cases.drained();
        cases.active.add(Cases.record(RuntimeStatus.RUNNING, "order-1", written.plusSeconds(eventLaterBySeconds)));
        cases.seen(new Looks().found(Looks.row(RuntimeStatus.COMPLETED, "order-1", written)));
        assertThat(cases.codes()).isEqualTo(closes ? List.of() : List.of("INSTANCES_ACTIVE"));
    }

    @Test
    @Rule({"R-10", "V-5"})
    void anInstanceThatNobodyLookedForBlocks() {
        assertThat(heard(HOUR).seen(new Looks()).codes()).containsExactly("INSTANCES_ACTIVE");
    }

    @Test
    void anInstanceWithoutARowIsUnaccountedUntilTwoLooksAnHourApart() {
        Looks look = new Looks().absent("order-1");
        look.memory = memory(null, null, true);
        assertThat(heard(HOUR.multipliedBy(3)).seen(look).codes()).containsExactly("INSTANCE_UNACCOUNTED");
        look.memory = memory(null, Cases.NOW.minus(HOUR).plusNanos(1), true);
        assertThat(heard(HOUR.multipliedBy(3)).seen(look).codes()).containsExactly("INSTANCE_UNACCOUNTED");
        look.memory = memory(null, Cases.NOW.minus(HOUR), true);
        assertThat(heard(HOUR.multipliedBy(3)).seen(look).codes()).isEmpty();
        assertThat(heard(Duration.ofMinutes(30)).seen(look).codes()).containsExactly("INSTANCE_UNACCOUNTED");
    }

    @Test
    void aPurgedInstanceIsKnownByAnEarlierListing() {
        Looks look = new Looks().absent("order-1");
        look.memory = memory(Cases.NOW.minus(HOUR), null, true);
        assertThat(heard(HOUR).seen(look).codes()).isEmpty();
        assertThat(heard(HOUR.minusNanos(1)).seen(look).codes()).containsExactly("INSTANCE_UNACCOUNTED");
    }

    @Test
    void anotherHubOfThatNameIsToldByWhatItLacks() {
        Looks look = new Looks().absent("order-1");
        assertThat(heard(HOUR).seen(look).codes()).containsExactly("HUB_MISMATCH", "INSTANCE_UNACCOUNTED");
        look.memory = memory(null, Cases.NOW.minus(Duration.ofHours(23)), false);
        assertThat(heard(Duration.ofDays(2)).seen(look).codes()).containsExactly("INSTANCE_UNACCOUNTED");
        look.memory = memory(null, Cases.NOW.minus(Duration.ofHours(24)), false);
        assertThat(heard(Duration.ofDays(2)).seen(look).codes()).isEmpty();
    }

    @Test
    void aMemoryKeepsWhatEventsCallActive() {
        Cases cases = heard(HOUR);
        InstanceRecord record = cases.active.get(0);
        HubMemory first = Remembering.after(
                HubMemory.NONE,
                new Looks().absent("order-1").build(),
                cases.build().events());
        assertThat(first.absentSince()).containsOnlyKeys(record.id());
        assertThat(first.identified()).isFalse();
        Looks later = new Looks().found(Looks.row(RuntimeStatus.RUNNING, "order-1", Cases.NOW));
        HubMemory second = Remembering.after(first, later.build(), cases.build().events());
        assertThat(second.absentSince()).isEmpty();
        assertThat(second.listed()).containsOnlyKeys(record.id());
        assertThat(second.identified()).isTrue();
    }

    @Test
    @Rule("R-15")
    void aWaiverEndsWithTheNextEventTheNextGenerationAndItsTime() {
        Looks look = new Looks();
        look.took = Duration.ZERO;
        look.active.add(Looks.ended(RuntimeStatus.RUNNING, "order-1", Cases.NOW.minus(HOUR)));
        assertThat(waived(look, "e-order-1", Cases.NOW.plusSeconds(1)).judge().isReady())
                .isTrue();
        assertThat(Cases.warnings(
                        waived(look, "e-order-1", Cases.NOW.plusSeconds(1)).judge()))
                .contains("WAIVED");
        assertThat(waived(look, "other", Cases.NOW.plusSeconds(1)).codes()).containsExactly("STALE_STATUS");
        assertThat(waived(look, "e-order-1", Cases.NOW).codes()).containsExactly("STALE_STATUS");
        Cases later = waived(look, "e-order-1", Cases.NOW.plusSeconds(1)).running("order-1", Duration.ofSeconds(1));
        assertThat(later.codes()).contains("STALE_STATUS");
        look.complete = false;
        assertThat(waived(look, "e-order-1", Cases.NOW.plusSeconds(1)).judge().isReady())
                .isFalse();
    }

    private static Cases waived(Looks look, String execution, Instant until) {
        Cases cases = Cases.drained().seen(look);
        cases.waivers.add(new Waiver(
                "w1",
                Cases.HUB,
                BlockerCode.STALE_STATUS,
                new WaiverTarget.OfInstance(new InstanceId("order-1"), new ExecutionId(execution)),
                Actor.LOCAL,
                "looked at its history",
                Cases.NOW.minusSeconds(10),
                until));
        return cases;
    }
}
