// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Decides which keys open the webhook. Implementations are thread-safe, compare in constant time and never log a key.
 *
 * <p>An implementation that reads its keys from somewhere is asked anew for each request, so that a changed key counts at once.
 */
@FunctionalInterface
public interface EventKeys {
    /**
     * Tells whether a key opens the webhook.
     *
     * @param presented the key as it came
     * @return true if it is known and may deliver events
     */
    boolean accepts(String presented);

    /**
     * Tells whether a request must present a key at all.
     *
     * @return true; false only when no key is configured
     */
    default boolean areRequired() {
        return true;
    }

    /**
     * Returns the absence of keys: every request is accepted, and a presented key is ignored. Only for a server that nobody else can reach.
     *
     * @return keys that are not required
     */
    static EventKeys none() {
        return new EventKeys() {
            @Override
            public boolean accepts(String presented) {
                return true;
            }

            @Override
            public boolean areRequired() {
                return false;
            }
        };
    }

    /**
     * Returns a fixed set of keys. Give two while a key is being changed. Of each key only a digest is kept; a comparison takes the same time
     * for every text, whether and wherever it differs.
     *
     * @param keys the keys; without any, every request is accepted
     * @return the keys
     */
    static EventKeys of(String... keys) {
        if (keys.length == 0) {
            return none();
        }
        List<byte[]> digests = List.of(keys).stream().map(EventKeys::digest).toList();
        return presented -> {
            byte[] digest = digest(presented);
            boolean known = false;
            for (byte[] each : digests) {
                known |= MessageDigest.isEqual(each, digest);
            }
            return known;
        };
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
