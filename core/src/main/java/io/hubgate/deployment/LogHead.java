// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

/**
 * The end of an app's decision log: the next decision continues from here.
 *
 * @param sequence the number of the latest decision, 0 if there is none
 * @param hash the hash over its stored bytes, in hexadecimal; empty if there is none
 */
public record LogHead(long sequence, String hash) {
    /** The head of an empty log. */
    public static final LogHead EMPTY = new LogHead(0, "");
}
