// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The place of a document: a shelf and a key on it. Keys are 1 to 256 characters of {@code a-z 0-9 . _ : -}, so that any store can hold them;
 * they are ordered by their characters.
 *
 * @param shelf the kind of document
 * @param key the key on that shelf
 */
public record DocumentKey(Shelf shelf, String key) {
    private static final Pattern RULE = Pattern.compile("[a-z0-9._:-]{1,256}");

    /**
     * Checks the key.
     *
     * @throws IllegalArgumentException if it breaks the rule
     */
    public DocumentKey {
        Objects.requireNonNull(shelf, "shelf");
        if (!RULE.matcher(key).matches()) {
            throw new IllegalArgumentException("a document key has 1 to 256 characters of a-z 0-9 . _ : -");
        }
    }
}
