// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a recording, read. A recording holds the messages that could be peeked, 32 of a queue at most, and how many there were; the
 * others become hidden messages without content. What is not known is passed over, what no verdict needs may be missing, and a number may be
 * written as text; what cannot be right is refused.
 */
public final class RecordedImage {
    /** The content of a message that a recording counted and could not see. */
    public static final String UNSEEN = "not seen in the recording";

    /** Long enough that a hidden message stays hidden while a test runs. */
    private static final Duration HIDDEN_FOR = Duration.ofHours(1);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSTANCES = "Instances";
    private static final String TIMESTAMP = "Timestamp";

    /** What the engine calls the tables of a tracking store where nobody named them. */
    private static final String DEFAULT_PREFIX = "DurableTask";

    private RecordedImage() {}

    /** Reads a file {@code snapshots/NN-….json}. */
    public static StorageImage read(Path file) {
        try {
            return of(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StorageImage of(JsonNode snapshot) {
        Instant takenAt = Instant.ofEpochMilli(number(snapshot, "takenAtMs"));
        JsonNode tracking = snapshot.path("trackingStore");
        Account store = tracking.isObject() ? account(tracking, takenAt) : null;
        return new StorageImage(takenAt, account(snapshot, takenAt), store, prefix(store));
    }

    private static @Nullable String prefix(@Nullable Account store) {
        if (store == null) {
            return null;
        }
        return store.tables().keySet().stream()
                .filter(table -> table.endsWith(INSTANCES))
                .map(RecordedImage::prefix)
                .findFirst()
                .orElse(DEFAULT_PREFIX);
    }

    private static Account account(JsonNode account, Instant takenAt) {
        Map<String, List<Message>> queues = new LinkedHashMap<>();
        account.path("queues")
                .properties()
                .forEach(queue -> queues.put(queue.getKey(), messages(queue.getValue(), takenAt)));
        return new Account(
                withHistory(lists(account.path("tables"), row -> row(row, takenAt))),
                queues,
                lists(account.path("containers"), blob -> blob(blob, takenAt)));
    }

    /** The engine makes both tables at once; of five hundred instances only one was recorded. */
    private static Map<String, List<Row>> withHistory(Map<String, List<Row>> tables) {
        Map<String, List<Row>> both = new LinkedHashMap<>(tables);
        tables.keySet().stream()
                .filter(table -> table.endsWith(INSTANCES))
                .map(RecordedImage::prefix)
                .forEach(hub -> both.putIfAbsent(hub + "History", List.of()));
        return both;
    }

    private static String prefix(String instances) {
        return instances.substring(0, instances.length() - INSTANCES.length());
    }

    private static <T> Map<String, List<T>> lists(JsonNode named, Function<JsonNode, T> read) {
        Map<String, List<T>> all = new LinkedHashMap<>();
        named.properties().forEach(list -> {
            List<T> parts = new ArrayList<>();
            list.getValue().forEach(part -> parts.add(read.apply(part)));
            all.put(list.getKey(), parts);
        });
        return all;
    }

    private static Row row(JsonNode row, Instant takenAt) {
        Map<String, Value> properties = new LinkedHashMap<>();
        row.properties()
                .forEach(property -> properties.put(
                        property.getKey(),
                        new Value(
                                property.getValue().required("type").asText().replaceFirst("^Edm\\.", ""),
                                property.getValue().required("value").asText())));
        String partition = requireNonNull(properties.remove("PartitionKey")).text();
        String key = requireNonNull(properties.remove("RowKey")).text();
        Value stamp = properties.remove(TIMESTAMP);
        Instant writtenAt = stamp == null ? takenAt : time(stamp.text());
        return new Row(partition, key, writtenAt, properties);
    }

    private static List<Message> messages(JsonNode queue, Instant takenAt) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : queue.path("peeked")) {
            messages.add(new Message(
                    message.required("messageId").asText(),
                    message.required("messageText").asText(),
                    message.path("dequeueCount").asLong(),
                    time(message.path("insertedOn"), takenAt),
                    null));
        }
        long count = number(queue, "approximateMessagesCount");
        while (messages.size() < count) {
            messages.add(new Message("hidden-" + messages.size(), UNSEEN, 1, takenAt, takenAt.plus(HIDDEN_FOR)));
        }
        return messages;
    }

    private static Blob blob(JsonNode blob, Instant takenAt) {
        return new Blob(
                blob.required("name").asText(),
                blob.path("content").asText(""),
                blob.path("leaseState").asText().equals("leased"),
                time(blob.path("lastModified"), takenAt));
    }

    /** A missing count is none: it would say that there is no work. */
    private static long number(JsonNode node, String field) {
        JsonNode number = node.required(field);
        return number.isIntegralNumber() ? number.longValue() : Long.parseLong(number.asText());
    }

    private static Instant time(JsonNode text, Instant unless) {
        return text.isTextual() ? time(text.textValue()) : unless;
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
