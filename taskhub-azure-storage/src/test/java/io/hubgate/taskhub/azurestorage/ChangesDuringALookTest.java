// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.azurestorage.FakeStorage.Answer;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Rows that changed while a look lasted, or that may have: the service's clock shows whole seconds only. */
@Rule("R-11")
class ChangesDuringALookTest {
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    private final ZonedDateTime begin =
            Inspecting.CLOCK.instant().atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    private final AtomicInteger scans = new AtomicInteger();

    /** A look at a hub whose service is a second later after each scan. */
    private HubLook look(Duration time, IntFunction<String> rowOfScan) {
        FakeStorage storage = new FakeStorage(
                () -> begin.plusSeconds(scans.get()),
                address -> address.contains("OrdersHubInstances") && address.contains("PartitionKey ge 'h'")
                        ? Answer.json("{\"value\":[" + rowOfScan.apply(scans.getAndIncrement()) + "]}")
                        : null);
        AzureStorageInspector inspector = AzureStorageInspector.builder(
                        StorageAccess.ofConnectionString(FakeStorage.CONNECTION), Inspecting.CLOCK)
                .httpClient(storage)
                .build();
        return (HubLook) inspector.inspect(
                InspectionRequest.of(new TaskHubName("OrdersHub"), Depth.WHOLE), Deadline.in(time, Inspecting.CLOCK));
    }

    private String row(String status, long millis) {
        return "{\"PartitionKey\":\"order-1003\",\"RowKey\":\"\",\"RuntimeStatus\":\"" + status + "\","
                + "\"Timestamp@odata.type\":\"Edm.DateTime\",\"Timestamp\":\"" + begin.plus(Duration.ofMillis(millis))
                + "\"}";
    }

    @Test
    void a_write_of_the_second_in_which_it_began_was_before_it_if_a_second_look_sees_no_other() {
        HubLook look = look(ENOUGH, scan -> row("Completed", 400));
        assertThat(look.rows().changed()).isZero();
        assertThat(look.isComplete()).isTrue();
        assertThat(scans).hasValue(2);
        assertThat(look.times().serviceStartedAt())
                .isEqualTo(begin.plusSeconds(1).toInstant());
    }

    @Test
    void a_later_write_was_during_it() {
        HubLook look = look(ENOUGH, scan -> row("Completed", 1_400));
        assertThat(look.rows().changed()).isOne();
        assertThat(scans).hasValue(1);
    }

    @Test
    void who_writes_all_the_time_is_looked_at_twice_and_no_more() {
        HubLook look = look(ENOUGH, scan -> row("Completed", scan * 1_000 + 400));
        assertThat(look.rows().changed()).isOne();
        assertThat(scans).hasValue(2);
    }

    @Test
    void where_work_is_found_no_second_look_is_needed() {
        HubLook look = look(ENOUGH, scan -> row("Running", 400));
        assertThat(look.rows().activeCount()).isOne();
        assertThat(scans).hasValue(1);
    }

    @Test
    void a_hub_that_was_written_just_before_is_seen_as_it_is() {
        SmallHub hub = new SmallHub(Inspecting.freshHub(), Inspecting.account()).create();
        do {
            hub.instance("ended", "Completed");
        } while (Inspecting.CLOCK.instant().atZone(ZoneOffset.UTC).get(ChronoField.MILLI_OF_SECOND) > 300);
        HubLook look = Inspecting.look(hub, Depth.WHOLE);
        assertThat(look.rows().changed()).isZero();
        assertThat(look.isComplete()).isTrue();
    }
}
