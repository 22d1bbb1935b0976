// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import io.hubgate.error.ErrorCode;

/** Carries a problem out of the reading of a request; it is answered, never logged as a failure. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Creates an exception.
     *
     * @param problem what to answer
     */
    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /**
     * Returns the refusal of a request that cannot be understood.
     *
     * @param detail what is wrong
     * @param fix what would be right
     * @return the exception
     */
    public static ProblemException badRequest(String detail, String fix) {
        return new ProblemException(Problem.of(ErrorCode.BAD_REQUEST, detail, fix));
    }

    /**
     * Returns what to answer.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
