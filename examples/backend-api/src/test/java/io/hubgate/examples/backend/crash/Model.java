// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What backends must have said and done, told by those who talk to them: the hubs with their events, a clock that only orders, and what went
 * wrong. Thread-safe.
 */
final class Model {
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Map<String, ModelHub> hubs = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private long ticks;
    private int expected;
    private int acknowledged;
    private boolean over;

    synchronized long tick() {
        return ++ticks;
    }

    void add(ModelHub hub) {
        hubs.put(hub.name(), hub);
    }

    Collection<ModelHub> hubs() {
        return hubs.values();
    }

    /** Says that somebody will see to it that some events are acknowledged. */
    synchronized void expect(int events) {
        expected += events;
    }

    synchronized void acknowledged(List<LoadEvent> events) {
        long tick = tick();
        events.forEach(event -> event.acknowledgedAt(tick));
        acknowledged += events.size();
        notifyAll();
    }

    synchronized int acknowledged() {
        return acknowledged;
    }

    /** Waits until as many events are acknowledged, or something is wrong. */
    synchronized void awaitAcknowledged(int count) throws InterruptedException {
        while (acknowledged < count && !over) {
            wait();
        }
    }

    /** Waits until all events that are expected so far are acknowledged, or something is wrong. */
    synchronized void awaitAll() throws InterruptedException {
        while (acknowledged < expected && !over) {
            wait();
        }
    }

    /** Waits until something was acknowledged, at most for a moment. */
    synchronized void awaitNews() throws InterruptedException {
        int before = acknowledged;
        long end = System.nanoTime() + MOMENT.toNanos();
        for (long left = MOMENT.toNanos();
                acknowledged == before && left > 0 && !over;
                left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    synchronized void complain(String what) {
        complaints.add(what);
        over = true;
        notifyAll();
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Everybody is to come to an end. */
    synchronized void finish() {
        over = true;
        notifyAll();
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Complains if a hub that may be overwritten works (rule V-1). */
    void mayBeOverwritten(String hub, long asked, long answered) {
        ModelHub known = hubs.get(hub);
        List<String> busy = known == null ? List.of() : known.busy(asked, answered);
        if (!busy.isEmpty()) {
            complain(hub + " was READY while these worked: " + busy);
        }
    }
}
