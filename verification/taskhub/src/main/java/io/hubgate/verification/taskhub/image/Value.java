// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

import java.time.Instant;
import java.util.Objects;

/**
 * A property of a row.
 *
 * @param type its EDM type, without the prefix
 * @param text its value as the service writes it
 */
public record Value(String type, String text) {
    public Value {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
    }

    public static Value string(String text) {
        return new Value("String", text);
    }

    public static Value time(Instant time) {
        return new Value("DateTime", time.toString());
    }

    public static Value number(int number) {
        return new Value("Int32", Integer.toString(number));
    }

    public static Value bool(boolean truth) {
        return new Value("Boolean", Boolean.toString(truth));
    }
}
