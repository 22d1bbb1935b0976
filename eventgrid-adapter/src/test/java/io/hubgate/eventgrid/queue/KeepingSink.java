// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import io.hubgate.delivery.DeliveryReport;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.delivery.IncomingEvent.Malformed;
import io.hubgate.delivery.IncomingEvent.Parsed;
import io.hubgate.eventgrid.EventSink;
import io.hubgate.store.Deadline;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A sink that keeps what it is given, unless what it does first fails. */
final class KeepingSink implements EventSink {
    private final List<List<IncomingEvent>> deliveries = new CopyOnWriteArrayList<>();
    private volatile Consumer<List<IncomingEvent>> first = events -> {};

    /** Sets what it does with each delivery before keeping it; it keeps nothing if that throws. */
    void first(Consumer<List<IncomingEvent>> action) {
        first = action;
    }

    @Override
    public DeliveryReport take(List<IncomingEvent> events, Deadline deadline) {
        first.accept(events);
        deliveries.add(List.copyOf(events));
        return new DeliveryReport(events.size(), 0, 0);
    }

    List<List<IncomingEvent>> deliveries() {
        return deliveries;
    }

    List<IncomingEvent> events() {
        return deliveries.stream().flatMap(List::stream).toList();
    }

    List<String> instances() {
        return events().stream()
                .filter(Parsed.class::isInstance)
                .map(KeepingSink::instance)
                .toList();
    }

    List<Malformed> malformed() {
        return events().stream()
                .filter(Malformed.class::isInstance)
                .map(Malformed.class::cast)
                .toList();
    }

    static String instance(IncomingEvent event) {
        return event instanceof Parsed parsed ? parsed.event().instance().value() : "";
    }
}
