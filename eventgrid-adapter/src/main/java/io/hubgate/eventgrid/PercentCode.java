// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of headers and queries. */
final class PercentCode {
    private PercentCode() {}

    /** Returns the text that was encoded, or the same text if it is no code. A plus sign stays one, as it does in a header. */
    static String decoded(String code) {
        if (code.indexOf('%') < 0) {
            return code;
        }
        try {
            // The decoder of the JDK is one for forms, for which a plus sign is a blank.
            return URLDecoder.decode(code.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return code;
        }
    }
}
