// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Threads of a test that does several things at once. */
final class Crew implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "store-testkit");
        thread.setDaemon(true);
        return thread;
    });

    <T> Future<T> start(Supplier<T> work) {
        return threads.submit(work::get);
    }

    /** Lets all start at the same moment and returns what each came to, in their order. */
    <T> List<T> race(int runners, IntFunction<T> work) {
        CyclicBarrier start = new CyclicBarrier(runners);
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < runners; i++) {
            int runner = i;
            futures.add(threads.submit(() -> {
                start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return work.apply(runner);
            }));
        }
        return futures.stream().map(Crew::result).toList();
    }

    static <T> T result(Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("an operation failed on its thread: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("an operation did not end within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
