// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static io.hubgate.store.testkit.Instances.HUB;
import static io.hubgate.store.testkit.Instances.running;
import static io.hubgate.store.testkit.Instances.write;

import io.hubgate.store.InstanceStore;
import io.hubgate.store.WriteResult;

/** The first client writes an instance that nobody has seen. */
final class CreateOfInstance implements Scenario<WriteResult> {
    private final StoreContract<InstanceStore> contract;

    CreateOfInstance(StoreContract<InstanceStore> contract) {
        this.contract = contract;
    }

    @Override
    public void prepare() {
        contract.second().drop(HUB, contract.soon());
    }

    @Override
    public WriteResult operate() {
        return write(contract.first(), running(ReplaceOfInstance.ID), null, contract.soon());
    }
}
