// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.BackendProcess;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.store.azuretables.AzureTableStores;
import io.hubgate.verification.azurite.Fault;
import io.hubgate.verification.azurite.FaultProxy;
import io.hubgate.verification.azurite.Faults;
import io.hubgate.verification.azurite.StorageAccount;
import io.hubgate.verification.azurite.StorageAccount.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Two backends behind a proxy that lets one request in twenty go wrong, two pipelines of one app, somebody who watches its gate, and senders. */
final class PairRun implements AutoCloseable {
    private static final double FAULTS = 0.05;
    private static final double ABORTS = 0.2;
    private static final int SENDERS = 16;

    private final Model model = new Model();
    private final SplittableRandom random;
    private final int share;
    private final AzureTableStores stores;
    private final FaultProxy proxy;
    private final List<BackendProcess> pair;
    private final Calls calls;
    private final Senders senders;
    private final Audit audit;
    private final Slots slots = new Slots("orders0");
    private final AtomicInteger live = new AtomicInteger();
    private final AtomicInteger aborted = new AtomicInteger();
    private final AtomicInteger ready = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final long began = System.nanoTime();

    PairRun(StorageAccount account, int share, long seed) {
        this.share = share;
        random = new SplittableRandom(seed);
        stores = AzureTableStores.builder()
                .connectionString(account.connectionString())
                .build();
        proxy = FaultProxy.before(account.endpoint(Service.TABLE));
        Map<String, String> settings = Map.of(
                "HUBGATE_STORE", "azure-tables",
                "HUBGATE_STORAGE_CONNECTION_STRING",
                        account.through(Service.TABLE, proxy).connectionString(),
                "HUBGATE_SETTLE_WINDOW", "PT0S");
        pair = List.of(BackendProcess.start(settings), BackendProcess.start(settings));
        proxy.inject(Faults.seeded(
                seed,
                FAULTS,
                Fault.delay(Duration.ofMillis(100)),
                Fault.serverBusy(),
                Fault.resetBefore(),
                Fault.resetAfter(),
                Fault.halfReply()));
        Backends either =
                () -> pair.get(ThreadLocalRandom.current().nextInt(pair.size())).url();
        calls = new Calls(either);
        senders = new Senders(SENDERS, either, model);
        audit = new Audit(calls, stores.apps(), model);
    }

    /** Has both pipelines deploy until as many releases were brought live, then two more, which do not drain, and waits for all events. */
    void deploy(int releases) throws Exception {
        Reply declared = calls.answer(http -> http.put(
                        "/api/apps/orders",
                        "{\"slots\":{\"production\":\"orders0\",\"staging\":null},\"reason\":\"adopted\"}"))
                .reply();
        assertThat(declared.status()).isBetween(200, 201);
        senders.send(ModelHub.smoke("orders0"), random);
        CompletableFuture<Void> end = new CompletableFuture<>();
        Future<?> watcher = threads.submit(guarded(() -> watch(end)));
        List<Future<?>> pipelines = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            SplittableRandom own = random.split();
            pipelines.add(threads.submit(guarded(() -> deploy(name, releases, own))));
        }
        for (Future<?> pipeline : pipelines) {
            pipeline.get();
        }
        Pipeline last = pipeline("last", 0, random.split());
        for (int i = 0; i < 2; i++) {
            deployOnce(last, "ordersLast" + i, false, random);
        }
        model.awaitAll();
        end.complete(null);
        watcher.get();
    }

    private Pipeline pipeline(String name, double aborts, SplittableRandom own) {
        return new Pipeline("orders", "cd-" + name, slots, calls, model, aborts, own);
    }

    private Void deploy(String name, int releases, SplittableRandom own) throws InterruptedException {
        Pipeline pipeline = pipeline(name, ABORTS, own);
        for (int i = 1; live.get() < releases && !model.isOver(); i++) {
            deployOnce(pipeline, "orders" + name + i, true, own);
        }
        return null;
    }

    private void deployOnce(Pipeline pipeline, String hub, boolean drains, SplittableRandom own)
            throws InterruptedException {
        switch (pipeline.deploy(hub)) {
            case LIVE -> {
                live.incrementAndGet();
                senders.send(ModelHub.of(hub, share, drains, own), own);
                pipeline.cleanUp(hub);
            }
            case ABORTED_AFTER_SWAP -> {
                aborted.incrementAndGet();
                senders.send(ModelHub.smoke(hub), own);
            }
            case ABORTED_BEFORE_SWAP -> aborted.incrementAndGet();
            case GIVEN_UP -> {}
        }
    }

    /** Asks for the gate of staging all the time, as somebody does who deploys by hand. */
    private Void watch(CompletableFuture<Void> end) throws InterruptedException {
        while (!end.isDone() && !model.isOver()) {
            long asked = model.tick();
            Reply gate = calls.get("/api/apps/orders/slots/staging/gate").reply();
            if (gate.status() == 200) {
                ready.incrementAndGet();
                model.mayBeOverwritten(gate.at("/taskHub"), asked, model.tick());
            }
            model.awaitNews();
        }
        return null;
    }

    private Callable<Void> guarded(Callable<Void> work) {
        return () -> {
            try {
                return work.call();
            } catch (RuntimeException | AssertionError e) {
                model.complain("an actor failed: " + e);
                throw e;
            }
        };
    }

    List<String> complaints() {
        return model.complaints();
    }

    void check() throws InterruptedException {
        audit.look();
        audit.check();
        audit.decisions("orders", slots);
        assertThat(slots.swaps()).isEqualTo(live.get());
        audit.removeAllRetired("orders");
        assertThat(ready).as("times that the gate was open").hasPositiveValue();
        assertThat(model.complaints()).isEmpty();
    }

    String figures() {
        return String.join(
                ", ",
                model.acknowledged() + " events acknowledged",
                live + " releases live",
                aborted + " aborted",
                senders.refused() + " deliveries came again",
                proxy.faulty() + " faults in " + proxy.passed().size() + " requests",
                Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
    }

    @Override
    public void close() {
        model.finish();
        senders.close();
        pair.forEach(BackendProcess::close);
        threads.shutdownNow();
        proxy.close();
        stores.close();
    }
}
