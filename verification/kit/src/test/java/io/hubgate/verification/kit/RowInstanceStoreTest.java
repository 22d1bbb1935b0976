// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import io.hubgate.store.InstanceStore;
import io.hubgate.store.testkit.InstanceStoreContract;
import io.hubgate.store.testkit.StoreFixture;
import io.hubgate.store.testkit.Wire;

class RowInstanceStoreTest extends InstanceStoreContract {
    private static final int LARGE = 100_000;

    @Override
    protected StoreFixture<InstanceStore> open(Wire line) {
        return RowFixture.of(line, LARGE, RowInstanceStore::new);
    }
}
