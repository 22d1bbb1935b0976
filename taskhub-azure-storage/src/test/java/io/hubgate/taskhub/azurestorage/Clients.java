// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import io.hubgate.verification.azurite.StorageAccount;
import java.time.Duration;

/** Clients that write what tests read. */
final class Clients {
    /** One for all: each has threads and connections of its own. */
    static final HttpClient HTTP = new OkHttpAsyncHttpClientBuilder()
            .responseTimeout(Duration.ofSeconds(10))
            .build();

    private Clients() {}

    static TableServiceClient tables(StorageAccount account) {
        return new TableServiceClientBuilder()
                .connectionString(account.connectionString())
                .httpClient(HTTP)
                .buildClient();
    }

    static QueueServiceClient queues(StorageAccount account) {
        return new QueueServiceClientBuilder()
                .connectionString(account.connectionString())
                .httpClient(HTTP)
                .buildClient();
    }

    static BlobServiceClient blobs(StorageAccount account) {
        return new BlobServiceClientBuilder()
                .connectionString(account.connectionString())
                .httpClient(HTTP)
                .buildClient();
    }
}
