// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import java.util.Objects;

/**
 * What a store calls one state of one record, such as an ETag. Equal revisions of one record mean the same state; nothing else may be read
 * from it.
 *
 * @param value the store's own text
 */
public record Revision(String value) {
    /** Checks that there is a text. */
    public Revision {
        Objects.requireNonNull(value, "value");
    }
}
