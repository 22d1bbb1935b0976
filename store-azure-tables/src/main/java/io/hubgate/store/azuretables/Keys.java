// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.format.UnreadableDocumentException;
import io.hubgate.model.InstanceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Texts of any UTF-16 units as texts that the service takes anywhere: it forbids {@code / \\ # ?} and control characters in keys, and JSON in
 * UTF-8 would merge lone surrogates. A unit that is not plain becomes a tilde and four digits, so different texts stay different.
 */
final class Keys {
    /** Row keys may have 1 KiB of UTF-16; an id whose escaped form is longer than this is known by its hash. */
    private static final int LONGEST = 250;

    private static final String HASHED = "~~";
    private static final int DIGITS = 4;
    private static final int RADIX = 16;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Keys() {}

    /** Returns an instance's key: its escaped id, or a hash of it that no escaped id looks like. */
    static String of(InstanceId id) {
        String escaped = escape(id.value());
        return escaped.length() <= LONGEST ? escaped : HASHED + hash(id.value());
    }

    /** Returns the id that a key says, or null if the key is a hash. */
    static @Nullable InstanceId idOf(String key) {
        return key.startsWith(HASHED) ? null : new InstanceId(unescape(key));
    }

    private static String hash(String text) {
        try {
            byte[] units = text.getBytes(StandardCharsets.UTF_16BE);
            // A lone surrogate has no bytes of its own in UTF-16BE of Java; the escaped form does.
            byte[] bytes = new String(units, StandardCharsets.UTF_16BE).equals(text)
                    ? units
                    : escape(text).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String escape(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = isPlain(c);
            if (!plain && out == null) {
                out = new StringBuilder(text.length() + RADIX).append(text, 0, i);
            }
            if (out != null && plain) {
                out.append(c);
            } else if (out != null) {
                out.append('~').append(HEX.toHexDigits(c));
            }
        }
        return out == null ? text : out.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == ':';
    }

    static String unescape(String text) {
        int tilde = text.indexOf('~');
        if (tilde < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (tilde >= 0) {
            out.append(text, from, tilde);
            from = tilde + 1 + DIGITS;
            if (from > text.length()) {
                throw new UnreadableDocumentException("an escaped text ends within an escape");
            }
            out.append(unit(text, tilde + 1));
            tilde = text.indexOf('~', from);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static char unit(String text, int at) {
        try {
            return (char) HexFormat.fromHexDigits(text, at, at + DIGITS);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException("an escaped text has an escape without digits", e);
        }
    }
}
