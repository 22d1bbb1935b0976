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
 * others become hidden messages without content.
 */
public final class RecordedImage {
    /** The content of a message that a recording counted and could not see. */
    public static final String UNSEEN = "not seen in the recording";

    /** Long enough that a hidden message stays hidden while a test runs. */
    private static final Duration HIDDEN_FOR = Duration.ofHours(1);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSTANCES = "Instances";
    private static final String TIMESTAMP = "Timestamp";

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
        Instant takenAt = Instant.ofEpochMilli(snapshot.required("takenAtMs").longValue());
        JsonNode tracking = snapshot.get("trackingStore");
        Account store = tracking == null ? null : account(tracking, takenAt);
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
                .orElseThrow();
    }

    private static Account account(JsonNode account, Instant takenAt) {
        Map<String, List<Message>> queues = new LinkedHashMap<>();
        account.required("queues")
                .properties()
                .forEach(queue -> queues.put(queue.getKey(), messages(queue.getValue(), takenAt)));
        return new Account(
                withHistory(lists(account.required("tables"), RecordedImage::row)),
                queues,
                lists(account.required("containers"), RecordedImage::blob));
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

    private static Row row(JsonNode row) {
        Map<String, Value> properties = new LinkedHashMap<>();
        row.properties()
                .forEach(property -> properties.put(
                        property.getKey(),
                        new Value(
                                property.getValue().required("type").textValue(),
                                property.getValue().required("value").textValue())));
        String partition = requireNonNull(properties.remove("PartitionKey")).text();
        String key = requireNonNull(properties.remove("RowKey")).text();
        Instant writtenAt = time(requireNonNull(properties.remove(TIMESTAMP)).text());
        return new Row(partition, key, writtenAt, properties);
    }

    private static List<Message> messages(JsonNode queue, Instant takenAt) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : queue.required("peeked")) {
            messages.add(new Message(
                    message.required("messageId").textValue(),
                    message.required("messageText").textValue(),
                    message.required("dequeueCount").longValue(),
                    time(message.required("insertedOn").textValue()),
                    null));
        }
        int count = queue.required("approximateMessagesCount").intValue();
        while (messages.size() < count) {
            messages.add(new Message("hidden-" + messages.size(), UNSEEN, 1, takenAt, takenAt.plus(HIDDEN_FOR)));
        }
        return messages;
    }

    private static Blob blob(JsonNode blob) {
        return new Blob(
                blob.required("name").textValue(),
                blob.path("content").asText(),
                blob.required("leaseState").textValue().equals("leased"),
                time(blob.required("lastModified").textValue()));
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
