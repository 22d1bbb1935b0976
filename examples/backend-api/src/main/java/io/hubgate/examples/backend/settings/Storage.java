// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the state is kept, the queue that brings events, and where the task hubs are.
 *
 * @param isDurable whether the state is in the account's tables and not in memory
 * @param account the account, or null if none is needed
 * @param eventsQueue the queue in that account that brings events, or null if there is none
 * @param taskHubs where the task hubs are
 */
public record Storage(
        boolean isDurable,
        @Nullable StorageAccount account,
        @Nullable String eventsQueue,
        TaskHubs taskHubs) {
    /** Checks that there is an account for what needs one. */
    public Storage {
        if (account == null && isDurable) {
            throw new SettingsException(Setting.STORE.variable() + " is azure-tables, and no account is named: set "
                    + Setting.STORAGE_CONNECTION_STRING.variable() + ", or " + Setting.STORAGE_ENDPOINT.variable()
                    + " for managed identity");
        }
        if (account == null && eventsQueue != null) {
            throw new SettingsException(Setting.EVENTS_QUEUE.variable() + " is '" + eventsQueue
                    + "', and no account is named that has it: set " + Setting.STORAGE_CONNECTION_STRING.variable()
                    + ", or " + Setting.STORAGE_ENDPOINT.variable() + " for managed identity");
        }
    }

    /**
     * Returns the account.
     *
     * @return never null where the state is durable or there is a queue
     */
    public StorageAccount required() {
        return Objects.requireNonNull(account, "an account");
    }

    /**
     * Returns what is allowed and surely not meant.
     *
     * @return a sentence each
     */
    public List<String> advice() {
        if (!isDurable && account != null && eventsQueue == null) {
            return List.of("a storage account is named, and nothing uses it: the state is kept in memory; set "
                    + Setting.STORE.variable() + "=azure-tables to keep it there");
        }
        return List.of();
    }
}
