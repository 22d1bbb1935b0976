// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.client;

import io.hubgate.taskhub.Trouble;

/** Why storage could not be read, as a reason of its own (rule R-20). Its message names no secret. */
public final class StorageTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reason. */
    private final Trouble trouble;

    /** What can be done. */
    private final String fix;

    /**
     * Creates the exception.
     *
     * @param trouble the reason
     * @param message one sentence for a person
     * @param fix what can be done
     */
    public StorageTrouble(Trouble trouble, String message, String fix) {
        super(message);
        this.trouble = trouble;
        this.fix = fix;
    }

    /**
     * Returns the reason.
     *
     * @return why
     */
    public Trouble trouble() {
        return trouble;
    }

    /**
     * Returns what can be done.
     *
     * @return one sentence
     */
    public String fix() {
        return fix;
    }
}
