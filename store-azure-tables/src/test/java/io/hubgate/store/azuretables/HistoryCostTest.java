// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionActionType;
import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.StatusQuery;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Options;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.verification.azurite.TestStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a verdict and a drop ask of the service after few and after many instances have finished. {@code -Dhubgate.finished=100000} lays as many
 * down as the budget speaks of.
 */
class HistoryCostTest {
    private static final int ACTIVE = 100;
    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("hubgate.finished", 5_000);
    private static final AppName ORDERS = new AppName("orders-prod-weu");
    private static final TaskHubName QUIET = new TaskHubName("orders416");
    private static final TaskHubName BUSY = new TaskHubName("orders417");

    private final String prefix = TablesFixture.freshPrefix();
    private final RequestLog log = new RequestLog();

    /** What a call asked and got. */
    private record Cost(int requests, long entities) {}

    @Test
    @Rule({"S-8", "S-9"})
    void neither_a_verdict_nor_a_drop_costs_more_after_more_have_finished() {
        try (AzureTableStores stores =
                TablesFixture.builder(prefix).addPolicy(log).build()) {
            Hubgate hubgate = Hubgate.builder(stores.apps(), stores.instances()).build();
            declare(hubgate);
            fill(stores, QUIET, FEW);
            fill(stores, BUSY, MANY);

            Cost few = verdict(hubgate, SlotName.PRODUCTION);
            Cost many = verdict(hubgate, SlotName.STAGING);
            assertThat(many).isEqualTo(few);
            assertThat(many.requests()).isLessThanOrEqualTo(Place.PARTITIONS + 2);
            assertThat(many.entities()).isLessThanOrEqualTo(ACTIVE + Place.PARTITIONS + 2);

            assertThat(drop(stores, BUSY)).isEqualTo(drop(stores, QUIET));
            assertThat(new Hub(stores.instances(), BUSY).active()).isEmpty();
        }
    }

    private static void declare(Hubgate hubgate) {
        Answer answer = hubgate.execute(
                new Command.Declare(
                        ORDERS,
                        Map.of(SlotName.PRODUCTION, Optional.of(QUIET), SlotName.STAGING, Optional.of(BUSY)),
                        Options.NONE),
                Actor.of("test"));
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
    }

    private Cost verdict(Hubgate hubgate, SlotName slot) {
        StatusQuery question = StatusQuery.of(ORDERS, slot);
        log.clear();
        assertThat(hubgate.status(question).verdict().isReady()).isFalse();
        return new Cost(log.requests().size(), log.entities());
    }

    private Cost drop(AzureTableStores stores, TaskHubName hub) {
        log.clear();
        stores.instances().drop(hub, Hub.soon());
        return new Cost(log.requests().size(), log.entities());
    }

    private void fill(AzureTableStores stores, TaskHubName name, int finished) {
        Hub hub = new Hub(stores.instances(), name);
        hub.create(Hub.ids("active", ACTIVE), RuntimeStatus.RUNNING);
        TableServiceClient account = new TableServiceClientBuilder()
                .connectionString(TestStorage.shared().account().connectionString())
                .buildClient();
        String directory = prefix + "hubs";
        String table = String.valueOf(account.getTableClient(directory)
                .getEntity(name.key(), HubRow.ROW)
                .getProperty("T"));
        layDown(account.getTableClient(table), name, finished);
    }

    /** Writes rows of finished instances as the store does, but the summaries, which would only make it slower. */
    private static void layDown(TableClient table, TaskHubName hub, int count) {
        for (int partition = 0; partition < Place.PARTITIONS; partition++) {
            List<TableTransactionAction> some = new ArrayList<>();
            for (int n = partition; n < count; n += Place.PARTITIONS) {
                some.add(new TableTransactionAction(
                        TableTransactionActionType.CREATE, finished(partition, hub, "done-" + n)));
                if (some.size() == 100) {
                    table.submitTransaction(some);
                    some.clear();
                }
            }
            if (!some.isEmpty()) {
                table.submitTransaction(some);
            }
        }
    }

    private static TableEntity finished(int partition, TaskHubName hub, String id) {
        String text = new RecordText(Hub.record(hub, id, RuntimeStatus.COMPLETED), Placing.FINISHED, "w").encode();
        return new TableEntity(Integer.toString(partition), Draft.INSTANCE + id)
                .addProperty(Formats.PROPERTY, 1)
                .addProperty("R", text);
    }
}
