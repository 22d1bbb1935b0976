// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.storage.queue.models.QueueMessageItem;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.delivery.IncomingEvent.Malformed;
import io.hubgate.delivery.IncomingEvent.Parsed;
import io.hubgate.eventgrid.ContentHints;
import io.hubgate.eventgrid.LifecycleEventParser;
import io.hubgate.eventgrid.ParsedDelivery;
import io.hubgate.model.TaskHubName;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A received message, read.
 *
 * @param item the message as it came
 * @param events what the sink is to have of it: the events, or, if there are none to be read, that something came that is not understood
 * @param unreadable why no event can be read, or null if that is not so
 */
record Letter(
        QueueMessageItem item,
        List<IncomingEvent> events,
        @Nullable String unreadable) {
    private static final LifecycleEventParser PARSER = new LifecycleEventParser();

    /** Reads plain JSON, or JSON in Base64, as Event Grid and many queue clients send it. */
    static Letter read(QueueMessageItem item) {
        byte[] body = body(item);
        ParsedDelivery plain = PARSER.parse(body, ContentHints.none());
        ParsedDelivery parsed = plain instanceof ParsedDelivery.NotJson ? unpacked(body, plain) : plain;
        if (parsed instanceof ParsedDelivery.Events events) {
            return new Letter(item, events.events(), null);
        }
        String reason = ((ParsedDelivery.NotJson) parsed).reason();
        return new Letter(item, List.of(new Malformed(reason, null, excerpt(body))), reason);
    }

    static byte[] body(QueueMessageItem item) {
        return item.getBody() == null ? new byte[0] : item.getBody().toBytes();
    }

    /** What the sink is to have of it when its events make the sink fail. */
    Malformed givenUp(String reason) {
        return new Malformed(reason, hub(), excerpt(body(item)));
    }

    private @Nullable TaskHubName hub() {
        return events.size() == 1 && events.get(0) instanceof Parsed parsed
                ? parsed.event().hub()
                : null;
    }

    private static ParsedDelivery unpacked(byte[] body, ParsedDelivery otherwise) {
        try {
            return PARSER.parse(Base64.getDecoder().decode(new String(body, UTF_8).strip()), ContentHints.none());
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    private static String excerpt(byte[] body) {
        return new String(body, 0, Math.min(body.length, 4 * Malformed.LONGEST_EXCERPT), UTF_8);
    }
}
