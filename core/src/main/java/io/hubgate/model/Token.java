// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import io.hubgate.error.InvalidValueException;

/**
 * The revision of an app's record. Commands change it, events never do (rule P-2).
 *
 * @param value 0 for an app that does not exist yet, then counting up
 */
public record Token(long value) {
    /** The token before the first command. */
    public static final Token NONE = new Token(0);

    /** Checks that the value is not negative. */
    public Token {
        if (value < 0) {
            throw new InvalidValueException("token " + value + " is negative", "present the token of the last answer");
        }
    }

    /**
     * Returns the token after one more command.
     *
     * @return the next token
     */
    public Token next() {
        return new Token(value + 1);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
