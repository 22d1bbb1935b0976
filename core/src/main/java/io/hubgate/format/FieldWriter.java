// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one object in the order of the calls. What is null is left out; nothing else is. */
final class FieldWriter {
    private final JsonGenerator json;

    FieldWriter(JsonGenerator json) {
        this.json = json;
    }

    void text(String name, @Nullable String value) {
        if (value != null) {
            written(() -> json.writeStringField(name, value));
        }
    }

    <T> void text(String name, @Nullable T value, Function<T, String> text) {
        if (value != null) {
            text(name, text.apply(value));
        }
    }

    void number(String name, long value) {
        written(() -> json.writeNumberField(name, value));
    }

    /** A flag that is left out where it is not set, so that documents without it keep their bytes. */
    void flagIfSet(String name, boolean value) {
        if (value) {
            flag(name, true);
        }
    }

    void flag(String name, boolean value) {
        written(() -> json.writeBooleanField(name, value));
    }

    <T> void object(String name, @Nullable T value, BiConsumer<FieldWriter, T> fields) {
        if (value != null) {
            written(() -> json.writeObjectFieldStart(name));
            fields.accept(this, value);
            written(json::writeEndObject);
        }
    }

    <T> void objects(String name, Collection<T> values, BiConsumer<FieldWriter, T> fields) {
        written(() -> json.writeArrayFieldStart(name));
        for (T value : values) {
            written(json::writeStartObject);
            fields.accept(this, value);
            written(json::writeEndObject);
        }
        written(json::writeEndArray);
    }

    <T> void texts(String name, Collection<T> values, Function<T, String> text) {
        written(() -> json.writeArrayFieldStart(name));
        for (T value : values) {
            written(() -> json.writeString(text.apply(value)));
        }
        written(json::writeEndArray);
    }

    private static void written(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private interface Write {
        void run() throws IOException;
    }
}
