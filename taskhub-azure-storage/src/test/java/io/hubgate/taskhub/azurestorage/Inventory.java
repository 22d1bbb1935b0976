// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.core.util.Context;
import com.azure.storage.queue.models.QueuesSegmentOptions;
import io.hubgate.verification.azurite.StorageAccount;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All that an account holds, with the contents of tables, the sizes of queues and the blobs of containers. */
final class Inventory {
    private Inventory() {}

    /** Everything whose name contains a text, in any letter case. */
    static Map<String, String> of(StorageAccount account, String part) {
        Map<String, String> all = new TreeMap<>();
        var tables = Clients.tables(account);
        tables.listTables().forEach(table -> {
            Map<String, String> rows = new TreeMap<>();
            tables.getTableClient(table.getName())
                    .listEntities()
                    .forEach(row -> rows.put(row.getPartitionKey() + "|" + row.getRowKey(), row.getETag()));
            all.put("table " + table.getName(), rows.toString());
        });
        var queues = Clients.queues(account);
        queues.listQueues(new QueuesSegmentOptions().setIncludeMetadata(true), Duration.ofSeconds(10), Context.NONE)
                .forEach(queue -> all.put(
                        "queue " + queue.getName(),
                        queues.getQueueClient(queue.getName()).getProperties().getApproximateMessagesCountLong() + ""));
        var blobs = Clients.blobs(account);
        blobs.listBlobContainers().forEach(container -> {
            Map<String, String> found = new TreeMap<>();
            blobs.getBlobContainerClient(container.getName())
                    .listBlobs()
                    .forEach(blob ->
                            found.put(blob.getName(), blob.getProperties().getETag()));
            all.put("container " + container.getName(), found.toString());
        });
        all.keySet().removeIf(name -> !name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
        return all;
    }
}
