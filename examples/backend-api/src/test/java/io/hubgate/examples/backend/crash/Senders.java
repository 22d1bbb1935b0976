// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Delivers events as Event Grid does: at once with many others, again until it is acknowledged, and now and then once more. */
final class Senders implements AutoCloseable {
    private static final int LARGEST_DELIVERY = 3;
    private static final int ONE_COMES_TWICE_IN = 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final BlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Backends backends;
    private final Model model;
    private int refused;

    Senders(int count, Backends backends, Model model) {
        this.backends = backends;
        this.model = model;
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::run, "sender-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    private record Delivery(List<LoadEvent> events, boolean comesTwice) {
        String body() {
            return events.stream().map(LoadEvent::json).collect(joining(",", "[", "]"));
        }
    }

    /** Sends the events of a hub, which the model then knows. */
    void send(ModelHub hub, SplittableRandom random) {
        model.add(hub);
        List<LoadEvent> events = hub.shuffled(random);
        model.expect(events.size());
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(LARGEST_DELIVERY));
            waiting.add(new Delivery(events.subList(from, to), random.nextInt(ONE_COMES_TWICE_IN) == 0));
            from = to;
        }
    }

    /** How many deliveries had to come again. */
    synchronized int refused() {
        return refused;
    }

    private synchronized void wasRefused() {
        refused++;
    }

    private void run() {
        try {
            while (!model.isOver()) {
                Delivery delivery = waiting.take();
                deliver(delivery);
                model.acknowledged(delivery.events());
                if (delivery.comesTwice()) {
                    deliver(delivery);
                }
            }
        } catch (InterruptedException e) {
            // The end of the test.
        } catch (RuntimeException e) {
            model.complain("a sender failed: " + e);
        }
    }

    private void deliver(Delivery delivery) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(delivery.body()));
        long tick = model.tick();
        delivery.events().forEach(event -> event.sentAt(tick));
        while (!isTaken(request, backends.any())) {
            wasRefused();
        }
    }

    private boolean isTaken(HttpRequest.Builder request, URI backend) throws InterruptedException {
        try {
            int status = client.send(
                            request.uri(URI.create(backend + "/api/events")).build(), BodyHandlers.discarding())
                    .statusCode();
            if (status != 200 && status != 503) {
                throw new IllegalStateException("a delivery was answered " + status);
            }
            return status == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
