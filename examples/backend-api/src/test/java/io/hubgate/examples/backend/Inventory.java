// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import com.azure.core.util.Context;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import com.azure.storage.queue.models.QueuesSegmentOptions;
import io.hubgate.verification.azurite.StorageAccount;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What an account holds: each table with its rows, each queue with its count of messages, each container with its blobs. */
final class Inventory {
    private Inventory() {}

    /** Everything whose name begins with a text, in any letter case; rows and blobs by their ETags, which each write changes. */
    static Map<String, String> of(StorageAccount account, String beginning) {
        Map<String, String> all = new TreeMap<>();
        tables(account.connectionString(), beginning, all);
        queues(account.connectionString(), beginning, all);
        containers(account.connectionString(), beginning, all);
        return all;
    }

    private static void tables(String connection, String beginning, Map<String, String> all) {
        TableServiceClient tables =
                new TableServiceClientBuilder().connectionString(connection).buildClient();
        tables.listTables().stream()
                .filter(table -> begins(table.getName(), beginning))
                .forEach(table -> {
                    Map<String, String> rows = new TreeMap<>();
                    tables.getTableClient(table.getName())
                            .listEntities()
                            .forEach(row -> rows.put(row.getPartitionKey() + "|" + row.getRowKey(), row.getETag()));
                    all.put("table " + table.getName(), rows.toString());
                });
    }

    private static void queues(String connection, String beginning, Map<String, String> all) {
        QueueServiceClient queues =
                new QueueServiceClientBuilder().connectionString(connection).buildClient();
        // Azurite refuses a listing that asks for nothing beside the names.
        queues.listQueues(new QueuesSegmentOptions().setIncludeMetadata(true), null, Context.NONE).stream()
                .filter(queue -> begins(queue.getName(), beginning))
                .forEach(queue -> all.put(
                        "queue " + queue.getName(),
                        ""
                                + queues.getQueueClient(queue.getName())
                                        .getProperties()
                                        .getApproximateMessagesCountLong()));
    }

    private static void containers(String connection, String beginning, Map<String, String> all) {
        BlobServiceClient blobs =
                new BlobServiceClientBuilder().connectionString(connection).buildClient();
        blobs.listBlobContainers().stream()
                .filter(container -> begins(container.getName(), beginning))
                .forEach(container -> {
                    Map<String, String> found = new TreeMap<>();
                    blobs.getBlobContainerClient(container.getName())
                            .listBlobs()
                            .forEach(blob -> found.put(
                                    blob.getName(), blob.getProperties().getETag()));
                    all.put("container " + container.getName(), found.toString());
                });
    }

    private static boolean begins(String name, String beginning) {
        return name.toLowerCase(Locale.ROOT).startsWith(beginning.toLowerCase(Locale.ROOT));
    }
}
