// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

/** How the engine writes instance ids as keys of tables: what a key must not hold is written with a leading {@code ^}. */
public final class KeyCode {
    private static final char MARK = '^';
    private static final String PLAIN = "^/\\#?";
    private static final String CODED = "^0123";
    private static final int CONTROL_OFFSET = 0xC0;

    private KeyCode() {}

    /** The key of an id. */
    public static String escape(String id) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            int at = PLAIN.indexOf(c);
            if (at >= 0) {
                key.append(MARK).append(CODED.charAt(at));
            } else if (Character.isISOControl(c)) {
                key.append(MARK).append((char) (c + CONTROL_OFFSET));
            } else {
                key.append(c);
            }
        }
        return key.toString();
    }

    /** The id of a key; what is no code stays as it is, since old rows are raw. */
    public static String unescape(String key) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            char next = i + 1 < key.length() ? key.charAt(i + 1) : 0;
            int at = CODED.indexOf(next);
            if (c != MARK || next == 0) {
                id.append(c);
            } else if (at >= 0) {
                id.append(PLAIN.charAt(at));
                i++;
            } else if (next >= CONTROL_OFFSET && Character.isISOControl(next - CONTROL_OFFSET)) {
                id.append((char) (next - CONTROL_OFFSET));
                i++;
            } else {
                id.append(c);
            }
        }
        return id.toString();
    }
}
