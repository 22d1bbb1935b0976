// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.layout;

import com.azure.data.tables.models.ListTablesOptions;
import com.azure.data.tables.models.TableItem;
import com.azure.storage.blob.models.BlobContainerItem;
import com.azure.storage.blob.models.ListBlobContainersOptions;
import com.azure.storage.queue.models.QueueItem;
import com.azure.storage.queue.models.QueuesSegmentOptions;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.Pages;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Mono;

/** Lists what an account holds. */
public final class Listing {
    private Listing() {}

    /**
     * Lists tables by their first letter. Tables of the service ignore case and keep it; a filter minds it, so both cases are asked for.
     *
     * @param account the account
     * @param letter an ASCII letter, in any case
     * @return the names of at least all tables that begin with it
     */
    public static Mono<List<String>> tablesBeginningWith(Connection account, char letter) {
        char lower = Character.toLowerCase(letter);
        char upper = Character.toUpperCase(letter);
        String filter = String.format(
                Locale.ROOT,
                "(TableName ge '%c' and TableName lt '%c') or (TableName ge '%c' and TableName lt '%c')",
                upper,
                upper + 1,
                lower,
                lower + 1);
        return named(account, Pages.all(account.tables().listTables(new ListTablesOptions().setFilter(filter))));
    }

    /**
     * Lists all tables.
     *
     * @param account the account
     * @return their names
     */
    public static Mono<List<String>> tables(Connection account) {
        return named(account, Pages.all(account.tables().listTables()));
    }

    /**
     * Lists queues.
     *
     * @param account the account
     * @param prefix what the names begin with, or empty for all
     * @return their names
     */
    public static Mono<List<String>> queues(Connection account, String prefix) {
        // With metadata, since an empty list of what to include is refused by Azurite.
        QueuesSegmentOptions options = new QueuesSegmentOptions().setIncludeMetadata(true);
        if (!prefix.isEmpty()) {
            options.setPrefix(prefix);
        }
        return account.named(Pages.all(account.queues().listQueues(options))
                .map(items -> items.stream().map(QueueItem::getName).toList()));
    }

    /**
     * Lists containers.
     *
     * @param account the account
     * @param prefix what the names begin with, or empty for all
     * @return what the service tells of each
     */
    public static Mono<List<BlobContainerItem>> containers(Connection account, String prefix) {
        ListBlobContainersOptions options = new ListBlobContainersOptions();
        if (!prefix.isEmpty()) {
            options.setPrefix(prefix);
        }
        return account.named(Pages.all(account.blobs().listBlobContainers(options)));
    }

    private static Mono<List<String>> named(Connection account, Mono<List<TableItem>> tables) {
        return account.named(
                tables.map(items -> items.stream().map(TableItem::getName).toList()));
    }
}
