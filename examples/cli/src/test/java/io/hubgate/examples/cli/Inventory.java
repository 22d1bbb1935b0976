// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.data.tables.models.TableItem;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.models.BlobContainerItem;
import com.azure.storage.queue.QueueServiceClientBuilder;
import com.azure.storage.queue.models.QueueItem;
import com.azure.storage.queue.models.QueuesSegmentOptions;
import java.util.List;

/** What an account holds, by name. */
final class Inventory {
    private Inventory() {}

    static String of(String connectionString) {
        List<String> tables = new TableServiceClientBuilder()
                .connectionString(connectionString).buildClient().listTables().stream()
                        .map(TableItem::getName)
                        .sorted()
                        .toList();
        // With metadata, since Azurite refuses an empty list of what to include.
        List<String> queues = new QueueServiceClientBuilder()
                        .connectionString(connectionString)
                        .buildClient()
                        .listQueues(new QueuesSegmentOptions().setIncludeMetadata(true), null, null)
                        .stream()
                        .map(QueueItem::getName)
                        .sorted()
                        .toList();
        List<String> containers = new BlobServiceClientBuilder()
                .connectionString(connectionString).buildClient().listBlobContainers().stream()
                        .map(BlobContainerItem::getName)
                        .sorted()
                        .toList();
        return tables + "\n" + queues + "\n" + containers;
    }
}
