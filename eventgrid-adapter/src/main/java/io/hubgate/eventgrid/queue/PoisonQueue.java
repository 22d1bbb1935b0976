// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where messages go that cannot be understood, each with its reason, for a person to look at: they never expire. Each is an object of JSON, its
 * text in ASCII, since a queue takes only what XML can carry. A message that is too large beside its reason comes in parts, in Base64.
 */
final class PoisonQueue {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Duration NEVER = Duration.ofSeconds(-1);

    /** A message may have 64 KiB; its quotes may be counted as XML writes them, and the other fields need room. */
    private static final int LONGEST_TEXT = 48 << 10;

    /** As Base64 this gives {@link #LONGEST_TEXT}. */
    private static final int LONGEST_PART = 36 << 10;

    private final QueueClient queue;
    private final String source;
    private final QueueSettings settings;
    private final InstantSource clock;

    PoisonQueue(QueueClient queue, String source, QueueSettings settings, InstantSource clock) {
        this.queue = queue;
        this.source = source;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns when the message is durable here, in all its parts. May throw whatever the SDK throws. */
    void put(QueueMessageItem item, String reason) {
        for (String text : texts(item, reason)) {
            send(text);
        }
    }

    private void send(String text) {
        try {
            sendOnce(text);
        } catch (RuntimeException e) {
            if (!ServiceAnswer.in(e).isMissingQueue()) {
                throw e;
            }
            queue.createIfNotExistsWithResponse(null, settings.takeWithin(), Context.NONE);
            sendOnce(text);
        }
    }

    private void sendOnce(String text) {
        queue.sendMessageWithResponse(text, null, NEVER, settings.takeWithin(), Context.NONE);
    }

    private List<String> texts(QueueMessageItem item, String reason) {
        byte[] body = Letter.body(item);
        String whole = text(item, reason, json -> json.writeStringField("body", new String(body, UTF_8)));
        if (whole.length() <= LONGEST_TEXT) {
            return List.of(whole);
        }
        int parts = (body.length + LONGEST_PART - 1) / LONGEST_PART;
        List<String> texts = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int from = part * LONGEST_PART;
            byte[] piece = Arrays.copyOfRange(body, from, Math.min(from + LONGEST_PART, body.length));
            int number = part + 1;
            texts.add(text(item, reason, json -> {
                json.writeNumberField("part", number);
                json.writeNumberField("parts", parts);
                json.writeStringField("bodyBase64", Base64.getEncoder().encodeToString(piece));
            }));
        }
        return texts;
    }

    private String text(QueueMessageItem item, String reason, Fields body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("reason", reason);
            json.writeStringField("queue", source);
            json.writeStringField("messageId", item.getMessageId());
            json.writeStringField("insertedAt", String.valueOf(item.getInsertionTime()));
            json.writeStringField("movedAt", clock.instant().toString());
            json.writeNumberField("deliveries", item.getDequeueCount());
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
