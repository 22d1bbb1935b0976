// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import java.util.Map;

/**
 * Gives the kit one empty store and two clients of it. A fixture is made for each test and closed after it.
 *
 * @param <S> {@link io.hubgate.store.AppStore} or {@link io.hubgate.store.InstanceStore}
 */
public interface StoreFixture<S> extends AutoCloseable {
    /**
     * Returns the first client, whose requests go through the {@link Wire} that the fixture was opened with.
     *
     * @return always the same client
     */
    S first();

    /**
     * Returns a second client of the same data, as another process would have it: with connections and caches of its own, and past the wire.
     *
     * @return always the same client; the first one only if the data is in the client itself, as in a store in memory
     */
    S second();

    /**
     * Lists what this fixture cannot give, with the reason. Tests that need it are reported as skipped with that reason; nothing is left out
     * silently.
     *
     * @return a reason for each missing capability; empty if nothing is missing
     */
    default Map<Capability, String> untested() {
        return Map.of();
    }

    /**
     * Returns how many instances a large hub has in the test of rule S-9, whose small one has 1,000. Give fewer than 100,000 only for as long
     * as the store at hand takes minutes to fill.
     *
     * @return at least 10,000
     */
    default int largeHub() {
        return 100_000;
    }

    /** Removes the data and closes the clients. */
    @Override
    void close();
}
