// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.state;

import io.hubgate.examples.backend.settings.Settings;
import io.hubgate.store.AppStore;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.azuretables.AzureTableStores;
import io.hubgate.store.inmemory.InMemoryAppStore;
import io.hubgate.store.inmemory.InMemoryInstanceStore;

/**
 * The stores of this backend, to be closed when nobody uses them any more.
 *
 * @param apps where apps and decisions are kept
 * @param instances where instances are tracked
 * @param isDurable whether a restart finds again what they hold
 * @param description what they are, in a few words
 * @param end lets go of them
 */
public record State(AppStore apps, InstanceStore instances, boolean isDurable, String description, Runnable end)
        implements AutoCloseable {
    /**
     * Opens the stores. Nothing is read or written yet, so that this succeeds while the account cannot be reached.
     *
     * @param settings which they are
     * @return the stores
     * @throws io.hubgate.examples.backend.settings.SettingsException if the account's connection string cannot be used
     */
    public static State open(Settings settings) {
        return settings.storage().isDurable() ? inTables(settings) : inMemory(settings);
    }

    private static State inTables(Settings settings) {
        AzureTableStores stores = AccountClients.of(settings.storage().required())
                .tables(AzureTableStores.builder()
                        .maxUnclaimed(Math.max(1, settings.limits().unclaimed())));
        return new State(stores.apps(), stores.instances(), true, "store in Azure tables", stores::close);
    }

    private static State inMemory(Settings settings) {
        InMemoryInstanceStore instances = InMemoryInstanceStore.builder()
                .maxInstances(settings.limits().instances())
                .maxUnclaimed(settings.limits().unclaimed())
                .build();
        return new State(new InMemoryAppStore(), instances, false, "memory store", () -> {});
    }

    @Override
    public void close() {
        end.run();
    }
}
