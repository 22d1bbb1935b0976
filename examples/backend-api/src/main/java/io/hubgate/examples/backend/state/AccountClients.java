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
import java.time.Duration;

/** Makes clients of a storage account. No message of theirs that could repeat a connection string is passed on. */
final class AccountClients {
    private static final int QUEUE_RETRIES = 2;

    private final StorageAccount account;

    private AccountClients(StorageAccount account) {
        this.account = account;
    }

    static AccountClients of(StorageAccount account) {
        SdkThreads.provide();
        return new AccountClients(account);
    }

    AzureTableStores tables(AzureTableStores.Builder builder) {
        try {
            if (account instanceof StorageAccount.WithIdentity identity) {
                return builder.endpoint(identity.tables(), credential()).build();
            }
            return builder.connectionString(connectionString()).build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw unusable();
        }
    }

    /** The receiver tries again by itself, so the client need not for long. */
    QueueServiceClient queues() {
        QueueServiceClientBuilder builder = new QueueServiceClientBuilder()
                .retryOptions(new RetryOptions(new FixedDelayOptions(QUEUE_RETRIES, Duration.ofMillis(200))));
        try {
            if (account instanceof StorageAccount.WithIdentity identity) {
                return builder.endpoint(identity.queues().toString())
                        .credential(credential())
                        .buildClient();
            }
            return builder.connectionString(connectionString()).buildClient();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw unusable();
        }
    }

    private String connectionString() {
        return account instanceof StorageAccount.WithConnectionString text ? text.value() : "";
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
