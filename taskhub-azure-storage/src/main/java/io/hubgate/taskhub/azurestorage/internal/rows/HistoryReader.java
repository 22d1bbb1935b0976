// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.rows;

import com.azure.data.tables.TableAsyncClient;
import com.azure.data.tables.models.ListEntitiesOptions;
import io.hubgate.model.ExecutionId;
import io.hubgate.taskhub.InstanceHistory;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.Pages;
import io.hubgate.taskhub.azurestorage.internal.layout.HubPlace;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Reads the history of one generation: the partition of one instance, events of the kinds that matter, no payload. */
public final class HistoryReader {
    private static final List<String> COLUMNS = List.of(
            "PartitionKey",
            "RowKey",
            "Timestamp",
            "EventType",
            "EventId",
            "ExecutionId",
            "_Timestamp",
            "Name",
            "InstanceId",
            "TaskScheduledId",
            "TimerId",
            "FireAt",
            "OrchestrationStatus");

    private static final String KINDS = Stream.of(
                    "ExecutionStarted",
                    "ExecutionCompleted",
                    "ExecutionTerminated",
                    "TaskScheduled",
                    "TaskCompleted",
                    "TaskFailed",
                    "TimerCreated",
                    "TimerFired",
                    "SubOrchestrationInstanceCreated",
                    "SubOrchestrationInstanceCompleted",
                    "SubOrchestrationInstanceFailed")
            .map(kind -> "EventType eq '" + kind + "'")
            .collect(Collectors.joining(" or ", "(", ")"));

    private final Connection account;
    private final TableAsyncClient table;

    /**
     * Creates a reader.
     *
     * @param place the hub
     */
    public HistoryReader(HubPlace place) {
        this.account = place.tracking();
        this.table = place.tracking().tables().getTableClient(place.history());
    }

    /**
     * Reads a history.
     *
     * @param key the instance's key as its row is stored under
     * @param generation the generation
     * @return what it says
     */
    public Mono<InstanceHistory> read(String key, ExecutionId generation) {
        ListEntitiesOptions options = new ListEntitiesOptions()
                .setFilter("PartitionKey eq " + KeyCode.quoted(key) + " and ExecutionId eq "
                        + KeyCode.quoted(generation.value()) + " and " + KINDS)
                .setSelect(COLUMNS);
        return account.named(Mono.defer(() -> {
            HistoryTally tally = new HistoryTally(generation);
            return Pages.of(table.listEntities(options))
                    .doOnNext(page -> page.forEach(tally::take))
                    .then(Mono.fromSupplier(tally::result));
        }));
    }
}
