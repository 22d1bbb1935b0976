// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import io.hubgate.delivery.DeliveryReport;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.store.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sink that keeps what it is given, or fails. */
final class CollectingSink implements EventSink {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:08Z"), ZoneOffset.UTC);

    private final List<IncomingEvent> events = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private Duration time = Duration.ZERO;

    void fail(RuntimeException next) {
        failure = next;
    }

    List<IncomingEvent> events() {
        return events;
    }

    /** How long it was given for the last delivery. */
    Duration time() {
        return time;
    }

    @Override
    public DeliveryReport take(List<IncomingEvent> delivery, Deadline deadline) {
        if (failure != null) {
            throw failure;
        }
        time = deadline.left();
        events.addAll(delivery);
        int accepted = count(delivery, IncomingEvent.Parsed.class);
        int ignored = count(delivery, IncomingEvent.Ignored.class);
        return new DeliveryReport(accepted, ignored, delivery.size() - accepted - ignored);
    }

    private static int count(List<IncomingEvent> delivery, Class<?> kind) {
        return (int) delivery.stream().filter(kind::isInstance).count();
    }
}
