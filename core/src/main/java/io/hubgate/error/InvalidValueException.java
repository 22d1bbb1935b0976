// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.error;

/** Thrown when a value from outside breaks the rules of its kind, before anything is done with it. */
public final class InvalidValueException extends HubgateException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception for a value of the general kind, {@link ErrorCode#BAD_REQUEST}.
     *
     * @param message what is wrong
     * @param fix what a right value looks like
     */
    public InvalidValueException(String message, String fix) {
        this(ErrorCode.BAD_REQUEST, message, fix);
    }

    /**
     * Creates an exception with a code of its own.
     *
     * @param code the stable code
     * @param message what is wrong
     * @param fix what a right value looks like
     */
    public InvalidValueException(ErrorCode code, String message, String fix) {
        super(code, message, fix);
    }
}
