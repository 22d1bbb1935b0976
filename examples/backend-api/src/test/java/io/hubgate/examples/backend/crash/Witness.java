// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import io.hubgate.Hubgate;
import io.hubgate.error.HubgateException;
import io.hubgate.store.azuretables.AzureTableStores;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Another backend on the same account that lives through it all and takes no events. Without it each kill would be an outage, and pipelines
 * would have to wait it out (rule R-10).
 */
final class Witness implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    Witness(AzureTableStores stores) {
        Hubgate hubgate = Hubgate.builder(stores.apps(), stores.instances())
                .signsOfLife(EVERY)
                .build();
        var unused = thread.scheduleWithFixedDelay(() -> live(hubgate), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void live(Hubgate hubgate) {
        try {
            hubgate.giveSignOfLife();
        } catch (HubgateException e) {
            // The next sign is soon.
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
