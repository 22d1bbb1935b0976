// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.store.AppStore;
import io.hubgate.store.testkit.AppStoreContract;
import io.hubgate.store.testkit.StoreFixture;
import io.hubgate.store.testkit.Wire;

class TablesAppStoreContractTest extends AppStoreContract {
    @Override
    protected StoreFixture<AppStore> open(Wire line) {
        return new TablesFixture<>(line, AzureTableStores::apps);
    }
}
