// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moves all times of an image by the same span: columns, and the times in text such as custom status, messages and {@code taskhub.json}. */
public record TimeShift(Duration by) {
    private static final Pattern TIME = Pattern.compile("2\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    StorageImage of(StorageImage image) {
        Account tracking = image.trackingStore();
        return new StorageImage(
                image.takenAt().plus(by),
                of(image.hubs()),
                tracking == null ? null : of(tracking),
                image.trackingPrefix());
    }

    private Account of(Account account) {
        return new Account(
                each(account.tables(), this::of),
                each(account.queues(), this::of),
                each(account.containers(), this::of));
    }

    private Row of(Row row) {
        Map<String, Value> properties = new LinkedHashMap<>();
        row.properties().forEach((name, value) -> properties.put(name, of(value)));
        return new Row(row.partition(), row.key(), row.writtenAt().plus(by), properties);
    }

    private Value of(Value value) {
        return value.type().equals("DateTime") || value.type().equals("String")
                ? new Value(value.type(), of(value.text()))
                : value;
    }

    private Message of(Message message) {
        return new Message(
                message.id(),
                of(message.text()),
                message.dequeueCount(),
                message.insertedAt().plus(by),
                of(message.hiddenUntil()));
    }

    private Blob of(Blob blob) {
        return new Blob(
                blob.name(),
                of(blob.content()),
                blob.leased(),
                blob.modifiedAt().plus(by));
    }

    private @Nullable Instant of(@Nullable Instant time) {
        return time == null ? null : time.plus(by);
    }

    /** The same text with every time in it moved. */
    public String of(String text) {
        return TIME.matcher(text)
                .replaceAll(found ->
                        OffsetDateTime.parse(found.group()).toInstant().plus(by).toString());
    }

    private static <T> Map<String, List<T>> each(Map<String, List<T>> all, UnaryOperator<T> shift) {
        Map<String, List<T>> shifted = new LinkedHashMap<>();
        all.forEach((name, parts) -> {
            List<T> moved = new ArrayList<>();
            parts.forEach(part -> moved.add(shift.apply(part)));
            shifted.put(name, moved);
        });
        return shifted;
    }
}
