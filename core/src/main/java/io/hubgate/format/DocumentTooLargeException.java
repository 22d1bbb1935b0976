// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.store.Document;

/** Thrown when a value would become a larger document than a store must take; nothing was written. */
public final class DocumentTooLargeException extends HubgateException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param bytes how large the document would be
     */
    public DocumentTooLargeException(int bytes) {
        super(
                ErrorCode.INTERNAL,
                "the document would have " + bytes + " bytes, and a store takes " + Document.LARGEST,
                "clean up the retired releases of the app, so that its record holds less");
    }
}
