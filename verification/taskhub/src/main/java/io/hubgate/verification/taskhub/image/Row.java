// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param partition its PartitionKey
 * @param key its RowKey
 * @param writtenAt its Timestamp, which the service writes
 * @param properties the others
 */
public record Row(String partition, String key, Instant writtenAt, Map<String, Value> properties) {
    public Row {
        Objects.requireNonNull(partition, "partition");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(writtenAt, "writtenAt");
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** The same row with a property as another value, or without it. */
    public Row with(String property, @Nullable Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(properties);
        if (value == null) {
            changed.remove(property);
        } else {
            changed.put(property, value);
        }
        return new Row(partition, key, writtenAt, changed);
    }

    public @Nullable String text(String property) {
        Value value = properties.get(property);
        return value == null ? null : value.text();
    }

    public @Nullable Instant time(String property) {
        String text = text(property);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    public @Nullable Integer number(String property) {
        String text = text(property);
        return text == null ? null : Integer.valueOf(text);
    }
}
