// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static io.hubgate.store.testkit.Apps.CLAIM;
import static io.hubgate.store.testkit.Apps.document;
import static io.hubgate.store.testkit.Apps.written;

import io.hubgate.store.AppStore;
import io.hubgate.store.WriteResult;

/** The first client claims a hub that nobody has. */
final class CreateOfClaim implements Scenario<WriteResult> {
    private final StoreContract<AppStore> contract;

    CreateOfClaim(StoreContract<AppStore> contract) {
        this.contract = contract;
    }

    @Override
    public void prepare() {
        contract.second()
                .find(CLAIM, contract.soon())
                .ifPresent(old -> written(contract.second().delete(CLAIM, old.revision(), contract.soon())));
    }

    @Override
    public WriteResult operate() {
        return contract.first().create(CLAIM, document("first"), contract.soon());
    }

    static void createBySecond(StoreContract<AppStore> contract) {
        written(contract.second().create(CLAIM, document("second"), contract.soon()));
    }
}
