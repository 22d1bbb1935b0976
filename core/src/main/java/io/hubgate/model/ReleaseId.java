// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

/**
 * The id of a release, as the pipeline names it: 1 to 128 characters without control characters.
 *
 * @param value the id
 */
public record ReleaseId(String value) {
    /** Checks the id. */
    public ReleaseId {
        value = Text.line("release id", value, 128);
    }

    @Override
    public String toString() {
        return value;
    }
}
