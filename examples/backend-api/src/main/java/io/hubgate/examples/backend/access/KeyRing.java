// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import java.util.List;
import java.util.Optional;

/** All keys of one version of the keys file. Immutable. */
final class KeyRing {
    private final List<Key> keys;

    KeyRing(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    int size() {
        return keys.size();
    }

    /** Compares with every key, found or not, so that the place of a key does not show in the time. */
    Optional<Key> find(String secret) {
        byte[] digest = Key.digest(secret);
        Key found = null;
        for (Key key : keys) {
            boolean same = key.hasDigest(digest);
            if (same) {
                found = key;
            }
        }
        return Optional.ofNullable(found);
    }
}
