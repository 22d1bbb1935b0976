// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import io.hubgate.readiness.Verdict;

/** What the process ends with. A pipeline acts on it alone; no two outcomes share a number. */
public enum ExitCode {
    /** READY, or a call that only shows something. */
    READY(0),
    /** The command line cannot be understood. */
    USAGE(2),
    /** NOT_READY. */
    NOT_READY(10),
    /** UNKNOWN: storage could not be asked, or its answer is no basis. */
    UNKNOWN(20),
    /** What was configured can never give an answer: another storage provider, a hub name that is not resolved. */
    MISCONFIGURED(30);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /**
     * Returns the number.
     *
     * @return what the shell sees
     */
    public int number() {
        return number;
    }

    static ExitCode of(Verdict verdict) {
        return valueOf(verdict.outcome());
    }
}
