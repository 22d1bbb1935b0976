// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;

/**
 * Thrown when a write was sent and its answer lost: it may or may not have happened. The caller reads again and can tell its own write from
 * another's.
 */
public final class UnknownOutcomeException extends HubgateException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message which write
     * @param cause how its answer was lost
     */
    public UnknownOutcomeException(String message, Throwable cause) {
        super(ErrorCode.STORE_UNAVAILABLE, message, "read again: the write may have happened", cause);
    }
}
