// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.client;

import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.FixedDelay;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.data.tables.TableServiceAsyncClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.storage.blob.BlobServiceAsyncClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.queue.QueueServiceAsyncClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import io.hubgate.taskhub.azurestorage.access.RequestRates;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The clients of one account for one visit.
 *
 * @param account the account's name
 * @param tables its tables
 * @param queues its queues
 * @param blobs its blobs
 * @param clock what its answers say of the time
 * @param visit the visit
 */
public record Connection(
        String account,
        TableServiceAsyncClient tables,
        QueueServiceAsyncClient queues,
        BlobServiceAsyncClient blobs,
        ServiceClock clock,
        Visit visit) {
    /**
     * Opens an account. Nothing is sent by this.
     *
     * @param access the account
     * @param wiring how requests go
     * @param visit for which visit
     * @return its clients
     */
    public static Connection open(StorageAccess access, Wiring wiring, Visit visit) {
        ServiceClock clock = new ServiceClock();
        HttpPipelinePolicy steady = new SteadyRequests(visit, access.endpoints(), wiring.rates(), clock);
        RequestRetryOptions once = new RequestRetryOptions(RetryPolicyType.FIXED, 1, (Integer) null, null, null, null);

        TableServiceClientBuilder tables =
                new TableServiceClientBuilder().retryPolicy(new RetryPolicy(new FixedDelay(0, Duration.ofMillis(1))));
        QueueServiceClientBuilder queues = new QueueServiceClientBuilder().retryOptions(once);
        BlobServiceClientBuilder blobs = new BlobServiceClientBuilder().retryOptions(once);
        access.applyTo(tables);
        access.applyTo(queues);
        access.applyTo(blobs);
        tables.addPolicy(steady);
        queues.addPolicy(steady);
        blobs.addPolicy(steady);
        for (HttpPipelinePolicy policy : wiring.policies()) {
            tables.addPolicy(policy);
            queues.addPolicy(policy);
            blobs.addPolicy(policy);
        }
        HttpClient client = wiring.httpClient();
        if (client != null) {
            tables.httpClient(client);
            queues.httpClient(client);
            blobs.httpClient(client);
        }
        return new Connection(
                access.endpoints().account(),
                tables.buildAsyncClient(),
                queues.buildAsyncClient(),
                blobs.buildAsyncClient(),
                clock,
                visit);
    }

    /**
     * Names failures of this account.
     *
     * @param work what reads from it
     * @param <T> what it reads
     * @return the same, with each failure as a {@link StorageTrouble}
     */
    public <T> Mono<T> named(Mono<T> work) {
        return work.onErrorMap(failure -> Failures.of(failure, account));
    }

    /**
     * How requests go, whatever the account.
     *
     * @param rates how many
     * @param httpClient the client, or null for the one that is found on the class path
     * @param policies policies of the embedder
     */
    public record Wiring(RequestRates rates, @Nullable HttpClient httpClient, List<HttpPipelinePolicy> policies) {
        /** Copies the list. */
        public Wiring {
            policies = List.copyOf(policies);
        }
    }
}
