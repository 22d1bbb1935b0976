// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.error;

import java.util.Objects;

/**
 * The root of every exception that Hubgate throws on purpose: it carries a stable {@linkplain #code() code} and one sentence that says
 * {@linkplain #fix() what to do}. A refusal by a rule is a result, never an exception; these are bad input and failures.
 */
public class HubgateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String fix;

    /**
     * Creates an exception.
     *
     * @param code the stable code
     * @param message what is wrong, naming the value
     * @param fix one sentence: what the caller can do
     */
    public HubgateException(ErrorCode code, String message, String fix) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
        this.fix = Objects.requireNonNull(fix, "fix");
    }

    /**
     * Creates an exception with a cause.
     *
     * @param code the stable code
     * @param message what is wrong, naming the value
     * @param fix one sentence: what the caller can do
     * @param cause what led to it
     */
    public HubgateException(ErrorCode code, String message, String fix, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
        this.fix = Objects.requireNonNull(fix, "fix");
    }

    /**
     * Returns the stable code.
     *
     * @return the code, never null
     */
    public final ErrorCode code() {
        return code;
    }

    /**
     * Returns what the caller can do about it.
     *
     * @return one sentence, never null
     */
    public final String fix() {
        return fix;
    }
}
