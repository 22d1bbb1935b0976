// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import java.util.Arrays;

/**
 * Opaque bytes of a stored document. Core encodes them and gives them a format number; a store never looks inside. At most
 * {@link #LARGEST} bytes. Immutable: bytes are copied in and out.
 */
public final class Document {
    /** The largest document that a store must take: 512 KiB. */
    public static final int LARGEST = 512 * 1024;

    private final byte[] bytes;

    /**
     * Creates a document.
     *
     * @param bytes its bytes, copied
     * @throws IllegalArgumentException if there are more than {@link #LARGEST}
     */
    public Document(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new IllegalArgumentException("a document of " + bytes.length + " bytes is larger than " + LARGEST);
        }
        this.bytes = bytes.clone();
    }

    /**
     * Returns the bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document document && Arrays.equals(document.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "document of " + bytes.length + " bytes";
    }
}
