// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hubgate.delivery.IncomingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the body of a delivery into one result per event, and never throws for any bytes: one malformed event never changes what becomes of
 * its neighbours (rules E-2, E-3).
 *
 * <p>It takes what the Durable Functions extension posts itself and what Event Grid makes of it: an array of events or a single one, in the
 * Event Grid schema or as CloudEvents 1.0 (single, batch, binary mode; data as an object, as JSON in a text, or as {@code data_base64}). The
 * status is {@code data.runtimeStatus}, else the last segment of {@code subject}; a word that is not known is a status that is not terminal.
 * Events of other types are ignored. Malformed are events without a type; lifecycle events without data, a valid hub name, an instance id of 1
 * to 1,024 characters, a status or a time with an offset; and everything that is not valid JSON. A function name or reason is never a ground.
 * Of a field that comes twice the last one counts.
 *
 * <p>Whether a time is too far ahead of the receipt is judged by those who know the time of receipt.
 *
 * <p>Stateless, so one instance serves all threads. Nothing blocks.
 */
public final class LifecycleEventParser {
    /**
     * How many results one delivery gives at most; the rest of it is one malformed event. Event Grid sends up to 5,000 at once. The cap keeps a
     * hostile body of commas and brackets from filling the memory.
     */
    public static final int MOST_EVENTS = 100_000;

    private static final int EXCERPT_BYTES = 4 * IncomingEvent.Malformed.LONGEST_EXCERPT;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Creates a parser. */
    public LifecycleEventParser() {}

    /**
     * Parses one delivery.
     *
     * @param body the body as it came, UTF-8 with or without a byte order mark; it is not changed or kept
     * @param hints what the headers say about it
     * @return one result per event in the order of the body; {@link ParsedDelivery.NotJson} only if the body neither is JSON nor begins as an
     *     object or array does. A body that is cut off gives its complete events, and one malformed event for the rest.
     */
    public ParsedDelivery parse(byte[] body, ContentHints hints) {
        int from = DeliverySplitter.skipSpace(body, afterByteOrderMark(body));
        EventReader reader = new EventReader();
        if (hints.isBinaryMode()) {
            return binary(reader, body, from, hints);
        }
        if (from == body.length) {
            return new ParsedDelivery.NotJson("the body is empty");
        }
        if (body[from] != '{' && body[from] != '[') {
            return notAnEvent(body, from);
        }
        ParsedDelivery.Events wellFormed = allOrNothing(reader, body, from);
        return wellFormed != null ? wellFormed : oneByOne(reader, body, from);
    }

    private static ParsedDelivery binary(EventReader reader, byte[] body, int from, ContentHints hints) {
        IncomingEvent event = reader.readBinary(hints.attributes(), body, from);
        return new ParsedDelivery.Events(List.of(withExcerpt(event, body, from, body.length)), reader.validationCode());
    }

    private static ParsedDelivery notAnEvent(byte[] body, int from) {
        try (JsonParser json = EventReader.JSON.createParser(body, from, body.length - from)) {
            json.nextToken();
            JsonTrouble.unlessEnd(json);
            return new ParsedDelivery.Events(
                    List.of(malformed("the body is not an event", body, from, body.length)), null);
        } catch (IOException e) {
            return new ParsedDelivery.NotJson("the body is not JSON");
        }
    }

    /** The short way, in one pass over the body. Returns null as soon as anything is malformed. */
    static ParsedDelivery.@Nullable Events allOrNothing(EventReader reader, byte[] body, int from) {
        List<IncomingEvent> events = new ArrayList<>();
        String code = null;
        try (JsonParser json = EventReader.JSON.createParser(body, from, body.length - from)) {
            boolean array = json.nextToken() == JsonToken.START_ARRAY;
            JsonToken next = array ? json.nextToken() : json.currentToken();
            while (next == JsonToken.START_OBJECT) {
                IncomingEvent event = reader.read(json);
                if (event instanceof IncomingEvent.Malformed || events.size() == MOST_EVENTS) {
                    return null;
                }
                events.add(event);
                code = code == null ? reader.validationCode() : code;
                next = array ? json.nextToken() : null;
            }
            boolean complete = array ? next == JsonToken.END_ARRAY : next == null;
            return complete && json.nextToken() == null ? new ParsedDelivery.Events(events, code) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** The long way: finds the events by their brackets first, so that each is read on its own. */
    static ParsedDelivery.Events oneByOne(EventReader reader, byte[] body, int from) {
        List<IncomingEvent> events = new ArrayList<>();
        String code = null;
        DeliverySplitter parts = new DeliverySplitter(body, from);
        while (parts.next()) {
            if (events.size() == MOST_EVENTS) {
                events.add(
                        malformed("there are more than " + MOST_EVENTS + " events", body, parts.from(), body.length));
                return new ParsedDelivery.Events(events, code);
            }
            IncomingEvent event = single(reader, body, parts.from(), parts.to());
            events.add(withExcerpt(event, body, parts.from(), parts.to()));
            boolean understood = !(event instanceof IncomingEvent.Malformed);
            code = code == null && understood ? reader.validationCode() : code;
        }
        String after = parts.trouble();
        if (after != null && !(parts.isCutOff() && endsMalformed(events))) {
            events.add(malformed(after, body, parts.rest(), body.length));
        }
        return new ParsedDelivery.Events(events, code);
    }

    private static boolean endsMalformed(List<IncomingEvent> events) {
        return !events.isEmpty() && events.get(events.size() - 1) instanceof IncomingEvent.Malformed;
    }

    private static IncomingEvent single(EventReader reader, byte[] body, int from, int to) {
        if (body[from] != '{') {
            return malformed("the event is not an object", body, from, to);
        }
        try (JsonParser json = EventReader.JSON.createParser(body, from, to - from)) {
            json.nextToken();
            IncomingEvent event = reader.read(json);
            JsonTrouble.unlessEnd(json);
            return event;
        } catch (IOException e) {
            return reader.broken(e);
        }
    }

    private static IncomingEvent withExcerpt(IncomingEvent event, byte[] body, int from, int to) {
        return event instanceof IncomingEvent.Malformed malformed
                ? new IncomingEvent.Malformed(malformed.reason(), malformed.hub(), excerpt(body, from, to))
                : event;
    }

    private static IncomingEvent.Malformed malformed(String reason, byte[] body, int from, int to) {
        return new IncomingEvent.Malformed(reason, null, excerpt(body, from, to));
    }

    private static String excerpt(byte[] body, int from, int to) {
        return new String(body, from, Math.min(to - from, EXCERPT_BYTES), StandardCharsets.UTF_8);
    }

    private static int afterByteOrderMark(byte[] body) {
        int length = BYTE_ORDER_MARK.length;
        boolean marked = body.length >= length
                && body[0] == BYTE_ORDER_MARK[0]
                && body[1] == BYTE_ORDER_MARK[1]
                && body[2] == BYTE_ORDER_MARK[2];
        return marked ? length : 0;
    }
}
