// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.words;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads a span of time in ISO 8601, as settings, bodies and query parameters have it. */
public final class SpanOfTime {
    private static final int LONGEST = 64;

    private SpanOfTime() {}

    /**
     * Returns the span that a text means.
     *
     * @param text such as {@code PT25S}
     * @param least the shortest span that is taken
     * @param most the longest span that is taken
     * @return the span
     * @throws IllegalArgumentException if it is no span, or out of range
     */
    public static Duration parse(String text, Duration least, Duration most) {
        Duration span = parsed(text);
        if (span.compareTo(least) < 0 || span.compareTo(most) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return span;
    }

    private static Duration parsed(String text) {
        try {
            if (text.length() <= LONGEST) {
                return Duration.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no span of time", e);
        }
        throw new IllegalArgumentException("too long");
    }
}
