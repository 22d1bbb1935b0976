// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.rows;

/**
 * How an instance id stands in a table's key, which may not hold every character (sources of the engine, {@code KeySanitation}). Rows written
 * before that was so hold the raw id; what is no escape stands for itself.
 */
public final class KeyCode {
    private static final char ESCAPE = '^';
    private static final int SHIFT = 0xC0;
    private static final String PLAIN = "/\\#?";

    private KeyCode() {}

    /**
     * Returns the key of an id.
     *
     * @param id the raw id
     * @return what rows are stored under
     */
    public static String escape(String id) {
        StringBuilder key = new StringBuilder(id.length() + 4);
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            int digit = PLAIN.indexOf(c);
            if (c == ESCAPE) {
                key.append(ESCAPE).append(ESCAPE);
            } else if (digit >= 0) {
                key.append(ESCAPE).append((char) ('0' + digit));
            } else if (isControl(c)) {
                key.append(ESCAPE).append((char) (SHIFT + c));
            } else {
                key.append(c);
            }
        }
        return key.toString();
    }

    /**
     * Returns the id of a key.
     *
     * @param key what a row is stored under
     * @return the raw id
     */
    public static String unescape(String key) {
        if (key.indexOf(ESCAPE) < 0) {
            return key;
        }
        StringBuilder id = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            int meant = c == ESCAPE && i + 1 < key.length() ? meant(key.charAt(i + 1)) : -1;
            if (meant >= 0) {
                id.append((char) meant);
                i++;
            } else {
                id.append(c);
            }
        }
        return id.toString();
    }

    /** Quotes a text for a filter. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static int meant(char follower) {
        if (follower == ESCAPE) {
            return ESCAPE;
        }
        int digit = follower - '0';
        if (digit >= 0 && digit < PLAIN.length()) {
            return PLAIN.charAt(digit);
        }
        int code = follower - SHIFT;
        return code >= 0 && isControl((char) code) ? code : -1;
    }

    private static boolean isControl(char c) {
        return c <= 0x1F || (c >= 0x7F && c <= 0x9F);
    }
}
