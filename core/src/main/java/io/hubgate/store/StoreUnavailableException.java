// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;

/** Thrown when a store cannot be reached, does not answer in time or cannot take more; nothing was written. The call may be repeated. */
public class StoreUnavailableException extends HubgateException {
    private static final long serialVersionUID = 1L;

    private static final String FIX = "repeat the call after a few seconds";

    /**
     * Creates an exception.
     *
     * @param message what could not be done
     */
    public StoreUnavailableException(String message) {
        super(ErrorCode.STORE_UNAVAILABLE, message, FIX);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what could not be done
     * @param cause why
     */
    public StoreUnavailableException(String message, Throwable cause) {
        super(ErrorCode.STORE_UNAVAILABLE, message, FIX, cause);
    }

    /**
     * Creates an exception that says what an operator can do.
     *
     * @param message what could not be done
     * @param fix what would help
     */
    protected StoreUnavailableException(String message, String fix) {
        super(ErrorCode.STORE_UNAVAILABLE, message, fix);
    }
}
