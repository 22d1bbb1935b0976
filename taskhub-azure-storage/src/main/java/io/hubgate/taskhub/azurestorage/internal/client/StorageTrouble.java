// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.client;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.taskhub.Trouble;

/** Why storage could not be read, as a reason of its own (rule R-20). Its message names no secret. */
public final class StorageTrouble extends HubgateException {
    private static final long serialVersionUID = 1L;

    /** The reason. */
    private final Trouble trouble;

    /**
     * Creates the exception.
     *
     * @param trouble the reason
     * @param message one sentence for a person
     * @param fix what can be done
     */
    public StorageTrouble(Trouble trouble, String message, String fix) {
        super(ErrorCode.STORE_UNAVAILABLE, message, fix);
        this.trouble = trouble;
    }

    /**
     * Returns the reason.
     *
     * @return why
     */
    public Trouble trouble() {
        return trouble;
    }
}
