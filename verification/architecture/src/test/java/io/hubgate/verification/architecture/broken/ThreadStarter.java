// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture.broken;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes threads at will. */
public final class ThreadStarter {

    void starts() {
        new Thread(() -> {}).start();
    }

    ExecutorService pools() {
        return Executors.newCachedThreadPool();
    }

    CompletableFuture<Void> runsAsync() {
        return CompletableFuture.runAsync(() -> {});
    }

    long streams(List<String> words) {
        return words.parallelStream().count();
    }
}
