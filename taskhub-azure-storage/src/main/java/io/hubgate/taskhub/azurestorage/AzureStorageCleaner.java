// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

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
import io.hubgate.taskhub.azurestorage.internal.client.StorageTrouble;
import io.hubgate.taskhub.azurestorage.internal.client.Visit;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Removes task hubs of the Azure Storage provider. What a hub consists of is found by listing, each name matched whole: control queues of any
 * number, both partition managers' leftovers, the app's lease, large messages. Rows in tables that other hubs use too are kept unless opted in.
 * It needs the roles of a contributor for queues, tables and blobs, and keeps to {@link RequestRates#MOST} requests a second and account.
 *
 * <p>Thread-safe. A call blocks until its deadline at most. Facts about the layout are those of DurableTask.AzureStorage, 1.x and 2.x.
 */
public final class AzureStorageCleaner implements TaskHubCleaner {
    private final HubAccounts accounts;

    private AzureStorageCleaner(Builder builder) {
        this.accounts = builder.accounts();
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
        return translated(() -> Planning.of(accounts.open(hub, new Visit(deadline)), options));
    }

    @Override
    public CleanupProgress removeNext(Removal removal, Deadline deadline) {
        return translated(() -> {
            HubStorage storage = accounts.open(removal.plan().hub(), new Visit(deadline));
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
    public static final class Builder extends HubAccountsBuilder<Builder> {
        private Builder(StorageAccess own, InstantSource clock) {
            super(own, clock);
        }

        @Override
        Builder self() {
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
