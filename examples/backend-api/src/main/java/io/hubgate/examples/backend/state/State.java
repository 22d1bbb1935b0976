// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.state;

import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.examples.backend.settings.Settings;
import io.hubgate.examples.backend.settings.SettingsException;
import io.hubgate.store.AppStore;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.inmemory.InMemoryAppStore;
import io.hubgate.store.inmemory.InMemoryInstanceStore;

/**
 * The stores of this backend.
 *
 * @param apps where apps and decisions are kept
 * @param instances where instances are tracked
 * @param isDurable whether a restart finds again what they hold
 * @param description what they are, in a few words
 */
public record State(AppStore apps, InstanceStore instances, boolean isDurable, String description) {
    /**
     * Opens the stores. Nothing is read or written yet, so that this succeeds while the account cannot be reached.
     *
     * @param settings which they are
     * @return the stores
     * @throws SettingsException if this version cannot open them
     */
    public static State open(Settings settings) {
        if (settings.storage().isDurable() || settings.storage().eventsQueue() != null) {
            throw new SettingsException(
                    Setting.STORE.variable() + " is azure-tables or " + Setting.EVENTS_QUEUE.variable()
                            + " is set, which is not available in this version: leave both out, and know that memory forgets at "
                            + "each start");
        }
        return new State(
                new InMemoryAppStore(),
                InMemoryInstanceStore.builder()
                        .maxInstances(settings.limits().instances())
                        .maxUnclaimed(settings.limits().unclaimed())
                        .build(),
                false,
                "memory store");
    }
}
