// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.data.tables.TableAsyncClient;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import io.hubgate.taskhub.azurestorage.internal.client.Pages;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes the rows of one hub from tables that other hubs use too: a row only if it names exactly this hub, one by one, and only as it was read
 * (by its ETag). History names no hub, so it goes by the id and generation of such a row. What names no hub stays: rows of sub-orchestrations and
 * entities of old engines.
 */
final class SharedRows {
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private final HubStorage storage;
    private final TableAsyncClient instances;

    SharedRows(HubStorage storage, String instances) {
        this.storage = storage;
        this.instances = storage.client(instances);
    }

    /** Returns how many rows changed meanwhile and stay. */
    long removeInstances() {
        return changed(ours().concatMap(row -> removed(instances, row)));
    }

    /** Returns how many rows changed meanwhile and stay. */
    long removeHistory(String table) {
        TableAsyncClient history = storage.client(table);
        return changed(ours().concatMap(row -> generation(history, row).concatMap(event -> removed(history, event))));
    }

    private long changed(Flux<Boolean> removals) {
        return storage.await(
                storage.tracking().named(removals.filter(removed -> !removed).count()));
    }

    private Flux<TableEntity> ours() {
        return rows(
                instances,
                "TaskHubName eq " + quoted(storage.names().hub().value()),
                List.of("PartitionKey", "RowKey", "Timestamp", "ExecutionId", "TaskHubName"));
    }

    private static Flux<TableEntity> generation(TableAsyncClient history, TableEntity row) {
        return row.getProperty("ExecutionId") instanceof String execution
                ? rows(
                        history,
                        "PartitionKey eq " + quoted(row.getPartitionKey()) + " and ExecutionId eq " + quoted(execution),
                        List.of("PartitionKey", "RowKey", "Timestamp", "ExecutionId"))
                : Flux.empty();
    }

    private static Flux<TableEntity> rows(TableAsyncClient table, String filter, List<String> columns) {
        ListEntitiesOptions options =
                new ListEntitiesOptions().setFilter(filter).setSelect(columns);
        return Pages.of(table.listEntities(options)).concatMapIterable(Function.identity());
    }

    private static Mono<Boolean> removed(TableAsyncClient table, TableEntity row) {
        return table.deleteEntityWithResponse(row, true).thenReturn(true).onErrorResume(failure -> {
            int status = HubStorage.statusOf(failure);
            if (status == NOT_FOUND) {
                return Mono.just(true);
            }
            return status == PRECONDITION_FAILED ? Mono.just(false) : Mono.error(failure);
        });
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
