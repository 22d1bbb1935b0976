// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.examples.answers.NearestName;
import io.hubgate.examples.backend.words.SpanOfTime;
import io.hubgate.model.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The fields of a JSON object of a request, read strictly. A field that is {@code null} counts as not given, except where null means
 * something ({@link #textsOrNull}).
 */
public final class Fields {
    private static final int MOST = 10_000;

    private final JsonNode object;
    private final String prefix;

    private Fields(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    /**
     * Takes the fields of an object, and refuses others than those that are known.
     *
     * @param node what should be an object
     * @param known the names of all fields that it may have
     * @return the fields
     */
    static Fields of(JsonNode node, String... known) {
        if (!node.isObject()) {
            throw ProblemException.badRequest("the body is no JSON object", "send an object such as {}");
        }
        return new Fields(node, "").only(known);
    }

    private Fields only(String... known) {
        List<String> names = List.of(known);
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw ProblemException.badRequest(
                        "the field '" + prefix + Text.shown(name) + "' is not known", NearestName.hint(name, names));
            }
        });
        return this;
    }

    /**
     * Returns a text.
     *
     * @param name the field
     * @return the text, or empty if it is not given
     */
    public Optional<String> text(String name) {
        return given(name).map(node -> {
            if (!isText(node)) {
                throw refused(name, "give a text");
            }
            return node.textValue();
        });
    }

    /**
     * Returns whether a switch is on.
     *
     * @param name the field
     * @return its value, false if it is not given
     */
    public boolean flag(String name) {
        return given(name)
                .map(node -> {
                    if (!node.isBoolean()) {
                        throw refused(name, "give true or false");
                    }
                    return node.booleanValue();
                })
                .orElse(false);
    }

    /**
     * Returns a span of time.
     *
     * @param name the field
     * @param least the shortest that is taken
     * @param most the longest that is taken
     * @return the span, or empty if it is not given
     */
    public Optional<Duration> span(String name, Duration least, Duration most) {
        return text(name).map(text -> {
            try {
                return SpanOfTime.parse(text, least, most);
            } catch (IllegalArgumentException e) {
                throw refused(name, "give a time from " + least + " to " + most + ", such as PT1H");
            }
        });
    }

    /**
     * Returns an object within this one.
     *
     * @param name the field
     * @param known the names of all fields that it may have
     * @return its fields, or empty if it is not given
     */
    public Optional<Fields> object(String name, String... known) {
        return given(name).map(node -> {
            if (!node.isObject()) {
                throw refused(name, "give an object");
            }
            return new Fields(node, prefix + name + ".").only(known);
        });
    }

    /**
     * Returns a list of objects.
     *
     * @param name the field
     * @param most how many it may have at most
     * @param known the names of all fields that each may have
     * @return the fields of each, none if it is not given
     */
    public List<Fields> objects(String name, int most, String... known) {
        List<Fields> objects = new ArrayList<>();
        given(name).ifPresent(node -> {
            if (!node.isArray() || node.size() > most) {
                throw refused(name, "give a list of at most " + most + " objects");
            }
            for (JsonNode element : node) {
                if (!element.isObject()) {
                    throw refused(name, "give a list of objects");
                }
                String place = prefix + name + "[" + objects.size() + "].";
                objects.add(new Fields(element, place).only(known));
            }
        });
        return objects;
    }

    /**
     * Returns a whole number.
     *
     * @param name the field
     * @param least the smallest that is taken
     * @param most the largest that is taken
     * @return the number, or empty if it is not given
     */
    public OptionalLong number(String name, long least, long most) {
        Optional<JsonNode> given = given(name);
        if (given.isEmpty()) {
            return OptionalLong.empty();
        }
        JsonNode node = given.get();
        boolean fits = node.isIntegralNumber()
                && node.canConvertToLong()
                && node.longValue() >= least
                && node.longValue() <= most;
        if (!fits) {
            throw refused(name, "give a whole number from " + least + " to " + most);
        }
        return OptionalLong.of(node.longValue());
    }

    /**
     * Returns one of several words.
     *
     * @param name the field
     * @param words the words
     * @return the word, or empty if it is not given
     */
    public Optional<String> word(String name, List<String> words) {
        Optional<String> given = text(name);
        given.filter(word -> !words.contains(word)).ifPresent(word -> {
            throw refused(name, NearestName.hint(word, words));
        });
        return given;
    }

    /**
     * Tells whether a field holds an object.
     *
     * @param name the field
     * @return true if so
     */
    public boolean isObject(String name) {
        return object.path(name).isObject();
    }

    /**
     * Returns how large a field is, written as JSON.
     *
     * @param name the field
     * @return its length in characters, 0 if it is not given
     */
    public int size(String name) {
        return given(name).map(node -> node.toString().length()).orElse(0);
    }

    /**
     * Returns a list of texts.
     *
     * @param name the field
     * @return the texts, none if it is not given
     */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        given(name).ifPresent(node -> {
            if (!node.isArray() || node.size() > MOST) {
                throw refused(name, "give a list of texts");
            }
            for (JsonNode element : node) {
                if (!isText(element)) {
                    throw refused(name, "give a list of texts");
                }
                texts.add(element.textValue());
            }
        });
        return texts;
    }

    /**
     * Returns an object whose names are free and whose values are texts or null.
     *
     * @param name the field
     * @return name by name a text, or empty for null; in their order
     */
    public Map<String, Optional<String>> textsOrNull(String name) {
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        given(name).ifPresent(node -> {
            if (!node.isObject() || node.size() > MOST) {
                throw refused(name, "give an object of texts or nulls");
            }
            node.properties().forEach(field -> {
                if (!isText(field.getValue()) && !field.getValue().isNull()) {
                    throw refused(name + "." + Text.shown(field.getKey()), "give a text or null");
                }
                texts.put(field.getKey(), Optional.ofNullable(field.getValue().textValue()));
            });
        });
        return texts;
    }

    /**
     * Returns the refusal of a field's value.
     *
     * @param name the field
     * @param fix what would be right
     * @return the exception
     */
    public ProblemException refused(String name, String fix) {
        String value = object.path(name).isMissingNode()
                ? "not given"
                : Text.shown(object.path(name).toString());
        return ProblemException.badRequest("the field '" + prefix + name + "' is " + value, fix);
    }

    /** Half of a surrogate pair can be written in JSON and not in UTF-8: it is no text. */
    private static boolean isText(JsonNode node) {
        return node.isTextual()
                && node.textValue()
                        .codePoints()
                        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private Optional<JsonNode> given(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
    }
}
