// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;

/** Thrown when a stored document is of an older format than this code still understands: the data is too old, the code is sound. */
public final class ObsoleteFormatException extends HubgateException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param found the format of the document
     * @param oldest the oldest format that this code understands
     */
    public ObsoleteFormatException(FormatNumber found, FormatNumber oldest) {
        super(
                ErrorCode.INTERNAL,
                "the stored document has format " + found + ", and this program understands formats from " + oldest,
                "the stored data is too old: run a version in between that understands both, and let it write the"
                        + " document again, or go back to the version before");
    }
}
