// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.hubgate.taskhub.azurestorage.access.RequestRates;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.layout.HubNames;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects where the hubs of an app are and how they are asked, for the inspector and for the cleaner, which are to be told the same. Not
 * thread-safe.
 *
 * @param <B> the builder that extends it
 */
public abstract sealed class HubAccountsBuilder<B extends HubAccountsBuilder<B>>
        permits AzureStorageInspector.Builder, AzureStorageCleaner.Builder {
    private final StorageAccess own;
    private final InstantSource clock;
    private final List<HttpPipelinePolicy> policies = new ArrayList<>();
    private @Nullable StorageAccess tracking;
    private @Nullable String trackingPrefix;
    private @Nullable RequestRates rates;
    private @Nullable HttpClient httpClient;

    HubAccountsBuilder(StorageAccess own, InstantSource clock) {
        this.own = Objects.requireNonNull(own, "own");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    abstract B self();

    /**
     * Says that the app has a tracking store: its tables, leases and large messages are in another account, or under another prefix, or both.
     *
     * @param account what {@code trackingStoreConnectionName} means
     * @param prefix what {@code trackingStoreNamePrefix} says, or null for the engine's default, {@code DurableTask}
     * @return this builder
     */
    public B trackingStore(StorageAccess account, @Nullable String prefix) {
        this.tracking = Objects.requireNonNull(account, "account");
        this.trackingPrefix = prefix == null || prefix.isEmpty() ? HubNames.DEFAULT_PREFIX : prefix;
        return self();
    }

    /**
     * Shares rates with others that ask the same accounts; without this it has its own.
     *
     * @param shared the rates
     * @return this builder
     */
    public B requestRates(RequestRates shared) {
        this.rates = Objects.requireNonNull(shared, "shared");
        return self();
    }

    /**
     * Sets the HTTP client; otherwise azure-core takes the one that it finds on the class path.
     *
     * @param client the client
     * @return this builder
     */
    public B httpClient(HttpClient client) {
        this.httpClient = Objects.requireNonNull(client, "client");
        return self();
    }

    /**
     * Adds a policy to each request, behind those that pace and repeat it.
     *
     * @param policy the policy
     * @return this builder
     */
    public B addPolicy(HttpPipelinePolicy policy) {
        policies.add(Objects.requireNonNull(policy, "policy"));
        return self();
    }

    InstantSource clock() {
        return clock;
    }

    HubAccounts accounts() {
        RequestRates shared = rates == null ? new RequestRates(clock) : rates;
        return new HubAccounts(own, tracking, trackingPrefix, new Connection.Wiring(shared, httpClient, policies));
    }
}
