// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import io.hubgate.delivery.IncomingEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link LifecycleEventParser} made of the body of one delivery. */
public sealed interface ParsedDelivery {
    /**
     * A body of JSON, or one that begins as JSON does: one result for each event in it, in its order.
     *
     * @param events one result per event; empty for an empty array
     * @param validationCode the code of a subscription validation event (type {@code Microsoft.EventGrid.SubscriptionValidationEvent}) that
     *     wants to be answered, or null if there is none; the event itself is one of the ignored ones
     */
    record Events(List<IncomingEvent> events, @Nullable String validationCode) implements ParsedDelivery {
        /** Copies the list. */
        public Events {
            events = List.copyOf(events);
        }

        /**
         * Tells whether the delivery holds nothing but the validation event.
         *
         * @return true for a handshake
         */
        public boolean isHandshake() {
            return validationCode != null && events.size() == 1;
        }
    }

    /**
     * A body that is no JSON at all: it holds no event, and delivering it again would not help.
     *
     * @param reason one sentence: what is there instead
     */
    record NotJson(String reason) implements ParsedDelivery {}
}
