// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

/** The end of texts that are too long to be kept whole. */
final class CutText {
    private static final String ELLIPSIS = "\u2026";

    private CutText() {}

    /** Returns the text, or its beginning and an ellipsis, never longer than said and never ending in half a character. */
    static String to(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - ELLIPSIS.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }
}
