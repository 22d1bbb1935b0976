// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static io.hubgate.store.testkit.Instances.HUB;
import static io.hubgate.store.testkit.Instances.completed;
import static io.hubgate.store.testkit.Instances.running;
import static io.hubgate.store.testkit.Instances.write;

import io.hubgate.store.InstanceStore;
import io.hubgate.store.Revision;
import io.hubgate.store.WriteResult;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first client writes that a running instance has ended. */
final class ReplaceOfInstance implements Scenario<WriteResult> {
    static final String ID = "order-1";

    private final StoreContract<InstanceStore> contract;
    private @Nullable Revision running;

    ReplaceOfInstance(StoreContract<InstanceStore> contract) {
        this.contract = contract;
    }

    @Override
    public void prepare() {
        contract.second().drop(HUB, contract.soon());
        running = Apps.written(write(contract.second(), running(ID), null, contract.soon()));
    }

    @Override
    public WriteResult operate() {
        return write(contract.first(), completed(ID), Objects.requireNonNull(running), contract.soon());
    }

    /** The second client replaces the same revision by something else that is active. */
    void replaceBySecond() {
        Apps.written(write(
                contract.second(),
                Instances.seen(ID, io.hubgate.model.RuntimeStatus.SUSPENDED, Instances.NOON.plusSeconds(9)),
                running,
                contract.soon()));
    }
}
