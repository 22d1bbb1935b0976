// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.load;

import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import java.time.Duration;

/**
 * The clients of one account.
 *
 * @param tables of tables
 * @param queues of queues
 * @param blobs of blobs
 */
record Accounts(TableServiceClient tables, QueueServiceClient queues, BlobServiceClient blobs) {
    /** One for all: each has threads and connections of its own. */
    private static final HttpClient HTTP = new OkHttpAsyncHttpClientBuilder()
            .responseTimeout(Duration.ofSeconds(20))
            .build();

    static Accounts of(String connectionString) {
        return new Accounts(
                new TableServiceClientBuilder()
                        .connectionString(connectionString)
                        .httpClient(HTTP)
                        .buildClient(),
                new QueueServiceClientBuilder()
                        .connectionString(connectionString)
                        .httpClient(HTTP)
                        .buildClient(),
                new BlobServiceClientBuilder()
                        .connectionString(connectionString)
                        .httpClient(HTTP)
                        .buildClient());
    }
}
