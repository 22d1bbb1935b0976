// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Threads of a test that call group commit, and the means to know where they are without sleeping. */
final class Callers {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> calls = new ArrayList<>();

    Future<?> call(Runnable task) {
        Future<?> call = threads.submit(task);
        calls.add(call);
        return call;
    }

    /** Waits until something is so; the test's own timeout is the limit. */
    static void until(BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** Waits for all calls and expects that none has failed. */
    void allReturn() throws Exception {
        for (Future<?> call : calls) {
            call.get(30, TimeUnit.SECONDS);
        }
    }

    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
}
