// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.store.InstanceBatch;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.WriteResult;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** A write that stays in the store until the test lets it go. */
final class Gate implements ScriptedStore.Scene {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public List<WriteResult> play(InstanceBatch batch, Supplier<List<WriteResult>> write) {
        reached.countDown();
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted", e);
        }
        return write.get();
    }

    void awaitReached() throws InterruptedException {
        reached.await();
    }

    void open() {
        open.countDown();
    }
}
