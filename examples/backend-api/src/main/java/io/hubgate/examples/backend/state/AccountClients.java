// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.state;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.examples.backend.settings.SettingsException;
import io.hubgate.examples.backend.settings.StorageAccount;
import io.hubgate.store.azuretables.AzureTableStores;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.taskhub.azurestorage.access.StorageEndpoints;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes clients of a storage account. No message of theirs that could repeat a connection string is passed on. */
public final class AccountClients {
    private static final int QUEUE_RETRIES = 2;

    private final StorageAccount account;

    private AccountClients(StorageAccount account) {
        this.account = account;
    }

    /**
     * Returns the clients of an account. Nothing is sent by this.
     *
     * @param account how it is reached
     * @return its clients
     */
    public static AccountClients of(StorageAccount account) {
        SdkThreads.provide();
        return new AccountClients(account);
    }

    AzureTableStores tables(AzureTableStores.Builder builder) {
        return usable(() -> account.open(
                        builder::connectionString, identity -> builder.endpoint(identity.tables(), credential()))
                .build());
    }

    /** The receiver tries again by itself, so the client need not for long. */
    QueueServiceClient queues() {
        QueueServiceClientBuilder builder = new QueueServiceClientBuilder()
                .retryOptions(new RetryOptions(new FixedDelayOptions(QUEUE_RETRIES, Duration.ofMillis(200))));
        return usable(() -> account.open(
                        builder::connectionString,
                        identity ->
                                builder.endpoint(identity.queues().toString()).credential(credential()))
                .buildClient());
    }

    /**
     * Opens the account for those that look at task hubs and remove them.
     *
     * @return the access
     * @throws io.hubgate.error.InvalidValueException if the connection string cannot be used
     */
    public StorageAccess taskHubs() {
        return account.open(
                StorageAccess::ofConnectionString,
                identity -> StorageAccess.ofIdentity(
                        new StorageEndpoints(
                                identity.tables().toString(),
                                identity.queues().toString(),
                                identity.blobs().toString()),
                        credential()));
    }

    private static <T> T usable(Supplier<T> client) {
        try {
            return client.get();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw unusable();
        }
    }

    /** Managed identity where there is one, and what a developer is signed in with elsewhere. */
    private static TokenCredential credential() {
        return new DefaultAzureCredentialBuilder().build();
    }

    private static SettingsException unusable() {
        return new SettingsException(
                Setting.STORAGE_CONNECTION_STRING.variable()
                        + " cannot be used: the Azure SDK does not understand it; copy it again from the account's access keys");
    }
}
