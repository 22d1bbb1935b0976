// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.store.testkit.Capability;
import io.hubgate.store.testkit.StoreFixture;
import java.util.Map;

/**
 * A store in memory for the kit. Both clients are the one store, since there is nothing between a client and its data.
 *
 * @param <S> the kind of store
 */
record InMemoryFixture<S>(S first) implements StoreFixture<S> {
    @Override
    public S second() {
        return first;
    }

    @Override
    public Map<Capability, String> untested() {
        return Map.of(
                Capability.REQUESTS, "a call in memory sends no request",
                Capability.ROWS, "a call in memory reads no rows over a line; the benchmarks measure its time");
    }

    @Override
    public void close() {
        // The garbage collector does.
    }
}
