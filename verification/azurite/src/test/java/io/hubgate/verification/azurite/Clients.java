// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import java.time.Duration;

/** Clients of the Azure SDK that give up soon. */
final class Clients {
    /** One for all: each has threads and connections of its own. */
    private static final HttpClient HTTP = new OkHttpAsyncHttpClientBuilder()
            .responseTimeout(Duration.ofSeconds(2))
            .build();

    private Clients() {}

    static TableServiceClient tables(StorageAccount account, int retries) {
        return new TableServiceClientBuilder()
                .connectionString(account.connectionString())
                .httpClient(HTTP)
                .retryOptions(retrying(retries))
                .buildClient();
    }

    static QueueServiceClient queues(StorageAccount account) {
        return new QueueServiceClientBuilder()
                .connectionString(account.connectionString())
                .httpClient(HTTP)
                .retryOptions(retrying(0))
                .buildClient();
    }

    static BlobServiceClient blobs(StorageAccount account) {
        return new BlobServiceClientBuilder()
                .connectionString(account.connectionString())
                .httpClient(HTTP)
                .retryOptions(retrying(0))
                .buildClient();
    }

    private static RetryOptions retrying(int times) {
        return new RetryOptions(new FixedDelayOptions(times, Duration.ofMillis(20)));
    }
}
