// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableEntityUpdateMode;
import io.hubgate.format.UnsupportedFormatException;
import io.hubgate.model.AppName;
import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.InstanceStore;
import io.hubgate.verification.azurite.TestStorage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tables as an earlier Hubgate left them, row by row (it gave a hub 8 partitions), in use by this one; and rows of a later one, which this one
 * does not touch.
 */
@Rule("S-10")
class SideBySideTest {
    private static final TaskHubName HUB = new TaskHubName("orders417");
    private static final AppName ORDERS = new AppName("orders-prod-weu");
    private static final List<String> ACTIVE = List.of("order-1", "order/3", "@cart@7", "b", "d", "f", "h", "j");

    private final String prefix = TablesFixture.freshPrefix();
    private final TableServiceClient account = new TableServiceClientBuilder()
            .connectionString(TestStorage.shared().account().connectionString())
            .buildClient();
    private final AzureTableStores stores = TablesFixture.builder(prefix).build();
    private final InstanceStore store = stores.instances();
    private final Hub hub = new Hub(store, HUB);
    private String hubTable = "";

    @BeforeEach
    void layDownTheGoldenRows() throws IOException {
        try (InputStream in = SideBySideTest.class.getResourceAsStream("/golden/hub-of-8-partitions-1.tsv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.replace("{prefix}", prefix).lines().forEach(this::layDown);
        }
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private void layDown(String line) {
        String[] fields = line.split("\t", -1);
        TableEntity row = new TableEntity(fields[1], fields[2]);
        for (int i = 3; i < fields.length; i++) {
            int name = fields[i].indexOf('=');
            int type = fields[i].indexOf(':');
            String value = fields[i].substring(type + 1);
            row.addProperty(
                    fields[i].substring(0, name),
                    switch (fields[i].substring(name + 1, type)) {
                        case "int" -> (Object) Integer.valueOf(value);
                        case "bytes" -> HexFormat.of().parseHex(value);
                        default -> value;
                    });
        }
        account.createTableIfNotExists(fields[0]);
        account.getTableClient(fields[0]).createEntity(row);
        hubTable = fields[0].startsWith(prefix + "x") ? fields[0] : hubTable;
    }

    private void set(String table, String partition, String row, String property, Object value) {
        TableEntity entity = account.getTableClient(table).getEntity(partition, row);
        entity.addProperty(property, value);
        account.getTableClient(table).updateEntity(entity, TableEntityUpdateMode.REPLACE);
    }

    @Nested
    class AHubOfEightPartitions {
        @Test
        void is_read_and_found_whole() {
            assertThat(hub.active()).containsExactlyInAnyOrderElementsOf(ACTIVE);
            assertThat(store.read(HUB, Hub.soon()).orElseThrow().traffic().withoutStart())
                    .isEqualTo(8);
            List<InstanceId> ids = IntStream.range(0, 8)
                    .mapToObj(n -> new InstanceId(ACTIVE.get(n)))
                    .toList();
            for (InstanceId id : ids) {
                assertThat(store.find(HUB, List.of(id), Hub.soon())).containsKey(id);
            }
        }

        @Test
        void goes_on_with_its_eight_partitions() {
            ACTIVE.subList(0, 4).forEach(hub::finish);
            List<String> more = Hub.ids("more", 60);
            hub.create(more, RuntimeStatus.RUNNING);

            List<String> expected = new java.util.ArrayList<>(ACTIVE.subList(4, 8));
            expected.addAll(more);
            assertThat(hub.active()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(account.getTableClient(hubTable).listEntities().stream()
                            .filter(row -> row.getRowKey().startsWith("i!more"))
                            .map(TableEntity::getPartitionKey))
                    .contains("0", "1", "2", "3", "4", "5", "6", "7");
        }

        @Test
        void forgets_what_finished_and_can_be_dropped() {
            store.forgetFinished(Hub.NOON.plusSeconds(60), Hub.soon());
            assertThat(account.getTableClient(hubTable).listEntities().stream()
                            .filter(row -> row.getRowKey().startsWith("i!")))
                    .hasSize(ACTIVE.size());
            store.drop(HUB, Hub.soon());
            assertThat(store.read(HUB, Hub.soon())).isEmpty();
        }
    }

    @Nested
    class AnApp {
        @Test
        void is_read_with_its_decisions() {
            assertThat(stores.apps().findApp(ORDERS, Hub.soon())).isPresent();
            assertThat(stores.apps().decisions(ORDERS, Long.MAX_VALUE, 10, Hub.soon()))
                    .hasSize(1);
        }

        @Test
        void of_a_newer_format_is_refused() {
            set(prefix + "documents", "apps", "a!orders-prod-weu", "F", 2);
            assertThatThrownBy(() -> stores.apps().findApp(ORDERS, Hub.soon()))
                    .isInstanceOf(UnsupportedFormatException.class)
                    .hasMessageContaining("has format 2");
        }
    }

    @Nested
    class RowsOfANewerFormat {
        @Test
        void in_the_directory_are_refused_by_readers_and_writers() {
            set(prefix + "hubs", "orders417", "hub", "F", 2);
            refused();
        }

        @Test
        void that_sum_up_a_partition_are_refused_and_not_overwritten() {
            for (int p = 0; p < 8; p++) {
                set(hubTable, Integer.toString(p), "0", "F", 2);
            }
            refused();
            assertThat(account.getTableClient(hubTable).getEntity("0", "0").getProperty("F"))
                    .isEqualTo(2);
        }

        private void refused() {
            assertThatThrownBy(hub::active).isInstanceOf(UnsupportedFormatException.class);
            assertThatThrownBy(() -> hub.create(List.of("new"), RuntimeStatus.RUNNING))
                    .isInstanceOf(UnsupportedFormatException.class);
        }

        @Test
        void that_hold_an_instance_are_refused_where_they_are_met() {
            set(hubTable, "1", "i!d", "F", 2);
            assertThatThrownBy(() -> store.find(HUB, List.of(new InstanceId("d")), Hub.soon()))
                    .isInstanceOf(UnsupportedFormatException.class);
            assertThat(hub.active()).containsExactlyInAnyOrderElementsOf(ACTIVE);
        }
    }
}
