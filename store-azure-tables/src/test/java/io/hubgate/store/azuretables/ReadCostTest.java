// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import org.junit.jupiter.api.Test;

/** What a read asks of the service, by its own requests. */
class ReadCostTest {
    private static final TaskHubName HUB = new TaskHubName("orders417");
    private static final int ACTIVE = 100;
    private static final int MORE_THAN_SUMMARIES_HOLD = 1500;

    @Test
    @Rule("S-8")
    void a_read_asks_for_one_range_of_each_partition_whatever_has_finished() {
        RequestLog recorder = new RequestLog();
        try (AzureTableStores stores = TablesFixture.builder(TablesFixture.freshPrefix())
                .addPolicy(recorder)
                .build()) {
            Hub hub = new Hub(stores.instances(), HUB);
            hub.create(Hub.ids("active", ACTIVE), RuntimeStatus.RUNNING);
            hub.create(Hub.ids("done", 500), RuntimeStatus.COMPLETED);
            recorder.clear();
            assertThat(hub.active()).hasSize(ACTIVE);
            assertThat(recorder.requests()).hasSize(Place.PARTITIONS);
            assertThat(recorder.entities()).isEqualTo(Place.PARTITIONS);
            assertThat(recorder.requests())
                    .filteredOn(url -> url.contains("$filter"))
                    .hasSize(Place.PARTITIONS)
                    .allMatch(url -> url.contains(
                            "$filter=PartitionKey eq '" + url.replaceAll(".*PartitionKey eq '(\\d)'.*", "$1")
                                    + "' and RowKey ge '0' and RowKey lt 'b'&"));
        }
    }

    @Test
    @Rule("S-8")
    void instances_that_a_summary_has_no_room_for_are_listed_by_rows_until_they_finish() {
        try (AzureTableStores stores =
                TablesFixture.builder(TablesFixture.freshPrefix()).build()) {
            Hub hub = new Hub(stores.instances(), HUB);
            hub.create(Hub.ids("active", MORE_THAN_SUMMARIES_HOLD), RuntimeStatus.RUNNING);
            assertThat(hub.active()).hasSize(MORE_THAN_SUMMARIES_HOLD);
            for (int from = 0; from < MORE_THAN_SUMMARIES_HOLD; from += 25) {
                hub.finish("active-" + from);
            }
            assertThat(hub.active()).hasSize(MORE_THAN_SUMMARIES_HOLD * 24 / 25);
        }
    }
}
