// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.CleanupOptions;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.CleanupProgress;
import io.hubgate.taskhub.Removal;
import io.hubgate.taskhub.TaskHubCleaner;
import io.hubgate.taskhub.Trouble;
import io.hubgate.taskhub.azurestorage.access.RequestRates;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.StorageTrouble;
import io.hubgate.taskhub.azurestorage.internal.client.Visit;
import io.hubgate.taskhub.azurestorage.internal.layout.HubNames;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Removes task hubs of the Azure Storage provider. What a hub consists of is found by listing, each name matched whole: control queues of any
 * number, both partition managers' leftovers, the app's lease, large messages. Rows in tables that other hubs use too are kept unless opted in.
 * It needs the roles of a contributor for queues, tables and blobs, and keeps to {@link RequestRates#MOST} requests a second and account.
 *
 * <p>Thread-safe. A call blocks until its deadline at most. Facts about the layout are those of DurableTask.AzureStorage, 1.x and 2.x.
 */
public final class AzureStorageCleaner implements TaskHubCleaner {
    private final StorageAccess own;
    private final @Nullable StorageAccess tracking;
    private final @Nullable String trackingPrefix;
    private final Connection.Wiring wiring;

    private AzureStorageCleaner(Builder builder) {
        this.own = builder.own;
        this.tracking = builder.tracking;
        this.trackingPrefix = builder.trackingPrefix;
        RequestRates rates = builder.rates == null ? new RequestRates(builder.clock) : builder.rates;
        this.wiring = new Connection.Wiring(rates, builder.httpClient, builder.policies);
    }

    /**
     * Begins a cleaner.
     *
     * @param own the account of the hubs' queues, and of all else if there is no tracking store
     * @param clock what tells our time
     * @return a builder
     */
    public static Builder builder(StorageAccess own, InstantSource clock) {
        return new Builder(own, clock);
    }

    @Override
    public CleanupPlan plan(TaskHubName hub, CleanupOptions options, Deadline deadline) {
        return translated(() -> Planning.of(open(hub, deadline), options));
    }

    @Override
    public CleanupProgress removeNext(Removal removal, Deadline deadline) {
        return translated(() -> {
            HubStorage storage = open(removal.plan().hub(), deadline);
            try {
                String sign = new SignsOfLife(storage, removal).first();
                return sign != null
                        ? new CleanupProgress.Resurrected(sign)
                        : new ArtefactRemover(storage, removal.plan()).remove(removal.next());
            } catch (StorageTrouble trouble) {
                if (trouble.trouble() == Trouble.INSPECTING) {
                    return new CleanupProgress.Unfinished(Objects.requireNonNullElse(trouble.getMessage(), ""));
                }
                throw trouble;
            }
        });
    }

    private HubStorage open(TaskHubName hub, Deadline deadline) {
        Visit visit = new Visit(deadline);
        Connection queues = Connection.open(own, wiring, visit);
        Connection tables = tracking == null ? queues : Connection.open(tracking, wiring, visit);
        return new HubStorage(new HubNames(hub, trackingPrefix), queues, tables, visit);
    }

    private static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (StorageTrouble trouble) {
            throw new HubgateException(
                    ErrorCode.STORE_UNAVAILABLE,
                    Objects.requireNonNullElse(trouble.getMessage(), ""),
                    trouble.fix(),
                    trouble);
        }
    }

    /** Collects what a cleaner needs. Not thread-safe. */
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
         * Says that the app has a tracking store, as an inspector is told.
         *
         * @param account what {@code trackingStoreConnectionName} means
         * @param prefix what {@code trackingStoreNamePrefix} says, or null for the engine's default
         * @return this builder
         */
        public Builder trackingStore(StorageAccess account, @Nullable String prefix) {
            this.tracking = Objects.requireNonNull(account, "account");
            this.trackingPrefix = prefix == null || prefix.isEmpty() ? HubNames.DEFAULT_PREFIX : prefix;
            return this;
        }

        /**
         * Shares rates with others that ask the same accounts.
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
         * Makes the cleaner. Nothing is sent by this.
         *
         * @return a cleaner
         */
        public AzureStorageCleaner build() {
            return new AzureStorageCleaner(this);
        }
    }
}
