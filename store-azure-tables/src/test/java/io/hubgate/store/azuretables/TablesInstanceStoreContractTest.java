// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.store.InstanceStore;
import io.hubgate.store.testkit.InstanceStoreContract;
import io.hubgate.store.testkit.StoreFixture;
import io.hubgate.store.testkit.Wire;

class TablesInstanceStoreContractTest extends InstanceStoreContract {
    @Override
    protected StoreFixture<InstanceStore> open(Wire line) {
        return new TablesFixture<>(line, AzureTableStores::instances);
    }
}
