// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import io.hubgate.examples.backend.Events;
import java.util.Set;

/** One event of the load: what it says, and when it was first sent and acknowledged, in ticks of the {@link Model}. Thread-safe. */
final class LoadEvent {
    private static final long NEVER = Long.MAX_VALUE;
    private static final Set<String> TERMINAL = Set.of("Completed", "Failed", "Terminated");

    private final String hub;
    private final String instance;
    private final String status;
    private final int second;
    private volatile long sent = NEVER;
    private volatile long acknowledged = NEVER;

    LoadEvent(String hub, String instance, String status, int second) {
        this.hub = hub;
        this.instance = instance;
        this.status = status;
        this.second = second;
    }

    String status() {
        return status;
    }

    int second() {
        return second;
    }

    boolean isActive() {
        return !TERMINAL.contains(status);
    }

    void sentAt(long tick) {
        sent = Math.min(sent, tick);
    }

    void acknowledgedAt(long tick) {
        acknowledged = Math.min(acknowledged, tick);
    }

    boolean wasSentBy(long tick) {
        return sent <= tick;
    }

    boolean wasAcknowledgedBy(long tick) {
        return acknowledged <= tick;
    }

    String json() {
        return Events.event(hub, instance, status, second);
    }
}
