// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import io.hubgate.delivery.DeliveryReport;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.store.Deadline;
import java.util.List;

/** Where the webhook hands the events of a delivery; a method reference to {@code Intake.take} is one. Implementations are thread-safe. */
@FunctionalInterface
public interface EventSink {
    /**
     * Takes a delivery: returns only when every event in it is durable or needs not be (rule E-1). The same delivery may come again.
     *
     * @param events one result per event
     * @param deadline when to give up
     * @return what became of the events
     * @throws io.hubgate.store.StoreUnavailableException if the events could not be kept, or not in time
     */
    DeliveryReport take(List<IncomingEvent> events, Deadline deadline);
}
