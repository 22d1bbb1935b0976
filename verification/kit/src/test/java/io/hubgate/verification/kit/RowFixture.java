// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import io.hubgate.store.testkit.StoreFixture;
import io.hubgate.store.testkit.Wire;
import java.util.function.Function;

/**
 * A store over a simulated database, with everything that the kit asks for.
 *
 * @param <S> the kind of store
 */
record RowFixture<S>(S first, S second, int largeHub) implements StoreFixture<S> {
    /** How large a hub is that is not there for the sake of its size. */
    static final int SMALLEST = 10_000;

    static <S> RowFixture<S> of(Wire line, int largeHub, Function<RowClient, S> store) {
        RowService service = new RowService();
        S first = store.apply(new RowClient(service, line));
        S second = store.apply(new RowClient(service, null));
        return new RowFixture<>(first, second, largeHub);
    }

    @Override
    public void close() {
        // The garbage collector does.
    }
}
