// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.rows;

import com.azure.core.http.rest.PagedResponse;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the first page of a table of instances shows: one request, whatever the table's size.
 *
 * @param count how many rows, entities included
 * @param more whether there are further ones
 * @param active how many of these are neither terminal nor entities
 * @param latest when the latest of these was written, or null
 */
public record FirstRows(
        long count, boolean more, long active, @Nullable Instant latest) {
    /** No rows. */
    public static final FirstRows NONE = new FirstRows(0, false, 0, null);

    /**
     * Reads the first page.
     *
     * @param account the account
     * @param table the table
     * @return what it shows
     */
    public static Mono<FirstRows> of(Connection account, String table) {
        ListEntitiesOptions options = new ListEntitiesOptions()
                .setSelect(List.of("PartitionKey", "RowKey", "Timestamp", "RuntimeStatus", "TaskHubName"));
        return account.named(account.tables()
                .getTableClient(table)
                .listEntities(options)
                .byPage()
                .next()
                .map(FirstRows::shown)
                .defaultIfEmpty(NONE));
    }

    private static FirstRows shown(PagedResponse<TableEntity> page) {
        List<InstanceRow> rows = new ArrayList<>();
        for (TableEntity entity : page.getElements()) {
            InstanceRow row = InstanceRow.read(entity);
            if (row != null) {
                rows.add(row);
            }
        }
        return new FirstRows(
                rows.size(),
                page.getContinuationToken() != null,
                rows.stream()
                        .filter(row -> row.instance().entity() == null
                                && !row.instance().status().isTerminal())
                        .count(),
                rows.stream()
                        .map(row -> row.instance().writtenAt())
                        .max(Instant::compareTo)
                        .orElse(null));
    }
}
