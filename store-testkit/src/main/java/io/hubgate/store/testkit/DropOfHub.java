// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static io.hubgate.store.testkit.Instances.HUB;

import io.hubgate.model.TaskHubName;
import io.hubgate.store.InstanceStore;

/** The first client drops a hub that has been heard. */
final class DropOfHub implements Scenario<TaskHubName> {
    private final StoreContract<InstanceStore> contract;

    DropOfHub(StoreContract<InstanceStore> contract) {
        this.contract = contract;
    }

    @Override
    public void prepare() {
        contract.second().drop(HUB, contract.soon());
        Instances.createAll(contract.second(), HUB, InstanceLineContract.records("old", 0, 50, false), contract.soon());
    }

    @Override
    public TaskHubName operate() {
        contract.first().drop(HUB, contract.soon());
        return HUB;
    }
}
