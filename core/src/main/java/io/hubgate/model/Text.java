// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import io.hubgate.error.InvalidValueException;
import java.util.Locale;
import java.util.Objects;

/** The checks and the showing of free text that several identifiers share. */
public final class Text {
    private static final int LONGEST_SHOWN = 80;

    private Text() {}

    /**
     * Returns the text if it is 1 to {@code longest} characters without control characters and not blank.
     *
     * @param what the kind of value, for the message
     * @param text the text
     * @param longest the largest number of UTF-16 units, at least 1
     * @return the same text
     * @throws InvalidValueException if it is not
     */
    static String line(String what, String text, int longest) {
        Objects.requireNonNull(text, what);
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException(
                    what + " '" + shown(text) + "' is not usable",
                    "give 1 to " + longest + " characters, not only blanks, without control characters");
        }
        return text;
    }

    /**
     * Returns the text as it may stand in a message or a log line: control characters, bidirectional controls and line separators are
     * written as {@code \}{@code uXXXX}, and what is longer than 80 characters is cut.
     *
     * @param text any text, hostile or not
     * @return one line without anything invisible
     */
    public static String shown(String text) {
        String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return escaped(cut);
    }

    /**
     * Returns the whole text with control characters, bidirectional controls and line separators written as {@code \}{@code uXXXX}.
     *
     * @param text any text, hostile or not
     * @return one line without anything invisible
     */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
