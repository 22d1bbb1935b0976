// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.store.azuretables.AzureTableStores;
import io.hubgate.verification.azurite.StorageAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One backend under load: the app <i>orders</i>, each release of which gets its share of the events and is deployed once the one before the last
 * is drained; and the app <i>billing</i>, which is deployed all the time.
 */
final class CrashRun implements AutoCloseable {
    private final Model model = new Model();
    private final SplittableRandom random;
    private final int releases;
    private final int share;
    private final Mortal backend;
    private final Senders senders;
    private final Witness witness;
    private final AzureTableStores stores;
    private final Slots orders = new Slots("orders0");
    private final Slots billing = new Slots("billing0");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> pipelines = new ArrayList<>();
    private final Calls calls;
    private final Audit audit;
    private final long began = System.nanoTime();
    private int kills;
    private int billed;

    CrashRun(StorageAccount account, int events, int releases, int senders, long seed) {
        random = new SplittableRandom(seed);
        this.releases = releases;
        share = events / releases;
        stores = AzureTableStores.builder()
                .connectionString(account.connectionString())
                .build();
        witness = new Witness(stores);
        backend = new Mortal(Map.of(
                "HUBGATE_STORE", "azure-tables",
                "HUBGATE_STORAGE_CONNECTION_STRING", account.connectionString(),
                "HUBGATE_SETTLE_WINDOW", "PT0S"));
        calls = new Calls(backend);
        audit = new Audit(calls, stores.apps(), model);
        this.senders = new Senders(senders, backend, model);
    }

    void begin() throws InterruptedException {
        declare("orders");
        declare("billing");
        senders.send(ModelHub.smoke("orders0"), random);
        senders.send(ModelHub.smoke("billing0"), random);
        SplittableRandom forOrders = random.split();
        SplittableRandom forBilling = random.split();
        pipelines.add(threads.submit(guarded(() -> deployOrders(forOrders))));
        pipelines.add(threads.submit(guarded(() -> deployBilling(forBilling))));
    }

    private void declare(String app) throws InterruptedException {
        Reply reply = calls.answer(http ->
                        http.put("/api/apps/" + app, "{\"slots\":{\"production\":\"" + app + "0\",\"staging\":null}}"))
                .reply();
        assertThat(reply.status()).isEqualTo(201);
    }

    private Callable<Void> guarded(Callable<Void> work) {
        return () -> {
            try {
                return work.call();
            } catch (RuntimeException | AssertionError e) {
                model.complain("a pipeline failed: " + e);
                throw e;
            }
        };
    }

    private Void deployOrders(SplittableRandom own) throws InterruptedException {
        Pipeline pipeline = new Pipeline("orders", "orders-cd", orders, calls, model, 0, own);
        for (int i = 1; i <= releases; i++) {
            String hub = "orders" + i;
            if (pipeline.deploy(hub) == Pipeline.End.LIVE) {
                senders.send(ModelHub.of(hub, share, i <= releases - 2, own), own);
                pipeline.cleanUp(hub);
            }
        }
        return null;
    }

    private Void deployBilling(SplittableRandom own) throws InterruptedException {
        Pipeline pipeline = new Pipeline("billing", "billing-cd", billing, calls, model, 0, own);
        while (!model.isOver()) {
            String hub = "billing" + (billed + 1);
            if (pipeline.deploy(hub) == Pipeline.End.LIVE) {
                billed++;
                senders.send(ModelHub.smoke(hub), own);
                pipeline.cleanUp(hub);
            }
        }
        return null;
    }

    boolean isWrong() {
        return model.isOver();
    }

    void killWhenAcknowledged(int events) throws InterruptedException {
        model.awaitAcknowledged(events);
        backend.kill();
        backend.start();
        kills++;
        audit.look();
    }

    /** Lets the load come to its end. */
    void end() throws Exception {
        pipelines.get(0).get();
        model.awaitAll();
        model.finish();
        pipelines.get(1).get();
        senders.close();
    }

    List<String> complaints() {
        return model.complaints();
    }

    void check() throws InterruptedException {
        audit.check();
        checkApp("orders", orders, releases);
        checkApp("billing", billing, billed);
        audit.removeAllRetired("orders");
    }

    private void checkApp(String app, Slots slots, int deployed) {
        DecisionLog log = audit.decisions(app, slots);
        assertThat(slots.swaps()).isEqualTo(deployed);
        for (int i = 1; i <= deployed; i++) {
            assertThat(log.commandsFor(app + i)).as(app + i).containsOnlyOnce("stage", "swap", "confirm");
        }
    }

    String figures() {
        return String.join(
                ", ",
                model.acknowledged() + " events acknowledged",
                kills + " kills",
                senders.refused() + " deliveries came again",
                releases + " + " + billed + " releases",
                Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
    }

    @Override
    public void close() {
        model.finish();
        senders.close();
        backend.close();
        threads.shutdownNow();
        witness.close();
        stores.close();
    }
}
