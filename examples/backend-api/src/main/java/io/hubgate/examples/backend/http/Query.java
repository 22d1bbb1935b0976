// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import io.hubgate.examples.answers.NearestName;
import io.hubgate.examples.backend.words.SpanOfTime;
import io.hubgate.model.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The query parameters of a request, read strictly: no unknown name, no name twice, no broken encoding. */
public final class Query {
    private static final int MOST = 256;

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads a query string.
     *
     * @param raw what stands behind the question mark, or null
     * @param plusIsBlank whether a plus sign stands for a blank, as forms have it; in keys it stands for itself
     * @return the parameters
     * @throws ProblemException if its encoding is broken
     */
    public static Query of(@Nullable String raw, boolean plusIsBlank) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return new Query(values);
        }
        String[] pairs = raw.split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw ProblemException.badRequest("the query has more than " + MOST + " parameters", "give fewer");
        }
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                String plain = plusIsBlank ? pair.replace('+', ' ') : pair;
                int equals = plain.indexOf('=');
                String name = decoded(equals < 0 ? plain : plain.substring(0, equals));
                String value = equals < 0 ? "" : decoded(plain.substring(equals + 1));
                values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return new Query(values);
    }

    /** Refuses names that are not known, and names given twice unless they may repeat. */
    void only(Set<String> known, Set<String> repeatable) {
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                throw ProblemException.badRequest(
                        "the query parameter '" + Text.shown(name) + "' is not known",
                        NearestName.hint(name, new TreeSet<>(known)));
            }
            if (given.size() > 1 && !repeatable.contains(name)) {
                throw ProblemException.badRequest("the query parameter '" + name + "' is given twice", "give it once");
            }
        });
    }

    /**
     * Returns a parameter.
     *
     * @param name its name
     * @return its value, or empty if it is not given; an empty value is a value
     */
    public Optional<String> text(String name) {
        return all(name).stream().findFirst();
    }

    /**
     * Returns every value of a parameter that may repeat.
     *
     * @param name its name
     * @return the values in their order
     */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * Returns a whole number.
     *
     * @param name the parameter
     * @param least the smallest that is taken
     * @param most the largest that is taken
     * @param standard the value when none is given
     * @return the number
     */
    public int number(String name, int least, int most, int standard) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return standard;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw refused(name, text.get(), "give a whole number from " + least + " to " + most);
        }
        throw refused(name, text.get(), "give a whole number from " + least + " to " + most);
    }

    /**
     * Returns a parameter that is true or false.
     *
     * @param name its name
     * @return false without it
     */
    public boolean flag(String name) {
        String text = text(name).orElse("false");
        if (!"true".equals(text) && !"false".equals(text)) {
            throw refused(name, text, "give true or false");
        }
        return "true".equals(text);
    }

    /**
     * Returns a span of time.
     *
     * @param name the parameter
     * @param most the longest that is taken
     * @return the span, zero if none is given
     */
    public Duration span(String name, Duration most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        try {
            return SpanOfTime.parse(text.get(), Duration.ZERO, most);
        } catch (IllegalArgumentException e) {
            throw refused(name, text.get(), "give a time from PT0S to " + most + ", such as PT25S");
        }
    }

    /**
     * Returns the refusal of a parameter's value.
     *
     * @param name the parameter
     * @param value what was given
     * @param fix what would be right
     * @return the exception
     */
    public static ProblemException refused(String name, String value, String fix) {
        return ProblemException.badRequest("the query parameter '" + name + "' is '" + Text.shown(value) + "'", fix);
    }

    private static String decoded(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.put(hex(raw, i + 1));
                i += 2;
            } else {
                bytes.put(raw[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.badRequest("the query is not UTF-8", "encode it as UTF-8, then with percent signs");
        }
    }

    private static byte hex(byte[] raw, int at) {
        int high = at + 1 < raw.length ? Character.digit(raw[at], 16) : -1;
        int low = at + 1 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            throw ProblemException.badRequest(
                    "the query has a percent sign without two digits", "write %25 for a percent sign");
        }
        return (byte) (high * 16 + low);
    }
}
