// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import org.jspecify.annotations.Nullable;

/** Thrown when a stored document is no document of its kind: damaged, cut off, changed by hand, or not written by Hubgate. */
public final class UnreadableDocumentException extends HubgateException {
    private static final long serialVersionUID = 1L;

    private static final String FIX =
            "restore the document from a backup of the store; if the store was not touched, report this";

    /**
     * Creates an exception.
     *
     * @param message what is wrong, and where
     */
    public UnreadableDocumentException(String message) {
        super(ErrorCode.INTERNAL, "a stored document cannot be read: " + message, FIX);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what is wrong, and where
     * @param cause what led to it, or null
     */
    public UnreadableDocumentException(String message, @Nullable Throwable cause) {
        this(message);
        if (cause != null) {
            initCause(cause);
        }
    }
}
