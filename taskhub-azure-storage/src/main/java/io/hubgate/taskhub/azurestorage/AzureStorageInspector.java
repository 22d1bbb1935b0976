// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.TaskHubInspector;
import io.hubgate.taskhub.azurestorage.access.RequestRates;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.StorageTrouble;
import io.hubgate.taskhub.azurestorage.internal.client.Visit;
import io.hubgate.taskhub.azurestorage.internal.layout.HubFinder;
import io.hubgate.taskhub.azurestorage.internal.layout.HubNames;
import io.hubgate.taskhub.azurestorage.internal.layout.HubPlace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks at task hubs of the Azure Storage provider. It sends only GET and HEAD requests, finds what exists by listing and never creates anything
 * (rule R-18), reads no input, output or spilled payload, and keeps to {@link RequestRates#MOST} requests a second and account.
 *
 * <p>Thread-safe. A call blocks until its deadline at most; an interrupted thread gets a failed look and stays interrupted. Memory: one page of
 * at most 1,000 rows for each of four ranges, and {@link io.hubgate.taskhub.HubRows#MOST_KEPT} rows that are told. Facts about the layout are
 * those of DurableTask.AzureStorage, 1.x and 2.x.
 */
public final class AzureStorageInspector implements TaskHubInspector {
    private final StorageAccess own;
    private final @Nullable StorageAccess tracking;
    private final @Nullable String trackingPrefix;
    private final Connection.Wiring wiring;
    private final InstantSource clock;

    private AzureStorageInspector(Builder builder) {
        this.own = builder.own;
        this.tracking = builder.tracking;
        this.trackingPrefix = builder.trackingPrefix;
        this.clock = builder.clock;
        RequestRates rates = builder.rates == null ? new RequestRates(builder.clock) : builder.rates;
        this.wiring = new Connection.Wiring(rates, builder.httpClient, builder.policies);
    }

    /**
     * Begins an inspector.
     *
     * @param own the account of the hubs' queues, and of all else if there is no tracking store: what the app's {@code connectionName} means
     * @param clock what tells our time
     * @return a builder
     */
    public static Builder builder(StorageAccess own, InstantSource clock) {
        return new Builder(own, clock);
    }

    @Override
    public Inspection inspect(InspectionRequest request, Deadline deadline) {
        Instant startedAt = clock.instant();
        Visit visit = new Visit(deadline);
        try {
            Connection queues = Connection.open(own, wiring, visit);
            Connection tables = tracking == null ? queues : Connection.open(tracking, wiring, visit);
            HubNames names = new HubNames(request.hub(), trackingPrefix);
            HubPlace place = Waiting.until(visit, queues.account(), new HubFinder(names, queues, tables).find());
            return new Look(request, place, visit, clock).from(startedAt);
        } catch (StorageTrouble trouble) {
            return new FailedLook(
                    request.hub(),
                    clock.instant(),
                    trouble.trouble(),
                    Objects.requireNonNullElse(trouble.getMessage(), ""),
                    trouble.fix());
        }
    }

    /** Collects what an inspector needs. Not thread-safe. */
    public static final class Builder {
        private final StorageAccess own;
        private final InstantSource clock;
        private final List<HttpPipelinePolicy> policies = new ArrayList<>();
        private @Nullable StorageAccess tracking;
        private @Nullable String trackingPrefix;
        private @Nullable RequestRates rates;
        private @Nullable HttpClient httpClient;

        private Builder(StorageAccess own, InstantSource clock) {
            this.own = Objects.requireNonNull(own, "own");
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /**
         * Says that the app has a tracking store: its tables, leases and large messages are in another account, or under another prefix, or
         * both.
         *
         * @param account what {@code trackingStoreConnectionName} means
         * @param prefix what {@code trackingStoreNamePrefix} says, or null for the engine's default, {@code DurableTask}
         * @return this builder
         */
        public Builder trackingStore(StorageAccess account, @Nullable String prefix) {
            this.tracking = Objects.requireNonNull(account, "account");
            this.trackingPrefix = prefix == null || prefix.isEmpty() ? HubNames.DEFAULT_PREFIX : prefix;
            return this;
        }

        /**
         * Shares rates with others that ask the same accounts; an inspector has its own otherwise.
         *
         * @param shared the rates
         * @return this builder
         */
        public Builder requestRates(RequestRates shared) {
            this.rates = Objects.requireNonNull(shared, "shared");
            return this;
        }

        /**
         * Sets the HTTP client; otherwise azure-core takes the one that it finds on the class path.
         *
         * @param client the client
         * @return this builder
         */
        public Builder httpClient(HttpClient client) {
            this.httpClient = Objects.requireNonNull(client, "client");
            return this;
        }

        /**
         * Adds a policy to each request, behind those that pace and repeat it.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder addPolicy(HttpPipelinePolicy policy) {
            policies.add(Objects.requireNonNull(policy, "policy"));
            return this;
        }

        /**
         * Makes the inspector. Nothing is sent by this.
         *
         * @return an inspector
         */
        public AzureStorageInspector build() {
            return new AzureStorageInspector(this);
        }
    }
}
