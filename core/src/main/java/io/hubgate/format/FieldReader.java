// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.error.InvalidValueException;
import io.hubgate.model.Text;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object, each once and in any order; a field that nobody asked for makes the document unreadable. Every complaint
 * names the place.
 */
final class FieldReader {
    private final ObjectNode unread;
    private final String place;

    private FieldReader(ObjectNode unread, String place) {
        this.unread = unread;
        this.place = place;
    }

    /** Reads an object, and all of it. */
    static <T> T read(ObjectNode object, String place, Function<FieldReader, T> fields) {
        FieldReader reader = new FieldReader(object, place);
        T value = reader.checked("", fields, reader);
        if (!object.isEmpty()) {
            throw unreadable(place + "." + Text.shown(object.fieldNames().next()), "is no field of this format", null);
        }
        return value;
    }

    <T> T text(String name, Function<String, T> meaning) {
        return required(name, optionalText(name, meaning));
    }

    <T> @Nullable T optionalText(String name, Function<String, T> meaning) {
        JsonNode node = unread.remove(name);
        return node == null ? null : meaningOf(name, node, meaning);
    }

    long number(String name) {
        JsonNode node = required(name, unread.remove(name));
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw unreadable(at(name), "is no whole number", null);
        }
        return node.longValue();
    }

    boolean flagIfSet(String name) {
        return unread.has(name) && flag(name);
    }

    boolean flag(String name) {
        JsonNode node = required(name, unread.remove(name));
        if (!node.isBoolean()) {
            throw unreadable(at(name), "is neither true nor false", null);
        }
        return node.booleanValue();
    }

    <T> T object(String name, Function<FieldReader, T> fields) {
        return required(name, optionalObject(name, fields));
    }

    <T> @Nullable T optionalObject(String name, Function<FieldReader, T> fields) {
        JsonNode node = unread.remove(name);
        return node == null ? null : read(objectAt(at(name), node), at(name), fields);
    }

    <T> List<T> objects(String name, Function<FieldReader, T> fields) {
        List<T> values = new ArrayList<>();
        for (JsonNode node : array(name)) {
            String there = at(name) + "[" + values.size() + "]";
            values.add(read(objectAt(there, node), there, fields));
        }
        return values;
    }

    <T> List<T> texts(String name, Function<String, T> meaning) {
        List<T> values = new ArrayList<>();
        for (JsonNode node : array(name)) {
            values.add(meaningOf(name + "[" + values.size() + "]", node, meaning));
        }
        return values;
    }

    private ArrayNode array(String name) {
        if (required(name, unread.remove(name)) instanceof ArrayNode array) {
            return array;
        }
        throw unreadable(at(name), "is no list", null);
    }

    private static ObjectNode objectAt(String place, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw unreadable(place, "is no object", null);
    }

    private <T> T meaningOf(String name, JsonNode node, Function<String, T> meaning) {
        if (!node.isTextual()) {
            throw unreadable(at(name), "is no text", null);
        }
        return checked(name, meaning, node.textValue());
    }

    /** A value that breaks the rules of its kind was never written by this format. */
    private <F, T> T checked(String name, Function<F, T> meaning, F from) {
        try {
            return meaning.apply(from);
        } catch (InvalidValueException | IllegalArgumentException | DateTimeException e) {
            throw unreadable(at(name), "has a value that is not possible there", e);
        }
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw unreadable(at(name), "is missing", null);
        }
        return value;
    }

    private String at(String name) {
        return name.isEmpty() ? place : place + "." + name;
    }

    private static UnreadableDocumentException unreadable(String where, String what, @Nullable Exception cause) {
        return new UnreadableDocumentException((where.isEmpty() ? "it" : where.substring(1)) + " " + what, cause);
    }
}
