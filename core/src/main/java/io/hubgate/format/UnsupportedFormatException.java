// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;

/** Thrown when a stored document is of a newer format than this code understands: the code is too old, the data is sound. */
public final class UnsupportedFormatException extends HubgateException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param found the format of the document
     * @param newest the newest format that this code understands
     */
    public UnsupportedFormatException(FormatNumber found, FormatNumber newest) {
        super(
                ErrorCode.INTERNAL,
                "the stored document has format " + found + ", and this program understands formats up to " + newest,
                "this program is too old: run a version that understands format " + found
                        + "; HUBGATE_FORMAT may be raised only when every backend of this store does");
    }
}
