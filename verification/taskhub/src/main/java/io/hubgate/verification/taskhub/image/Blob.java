// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

import java.time.Instant;
import java.util.Objects;

/**
 * A blob of a container.
 *
 * @param name its name
 * @param content its text
 * @param leased whether somebody holds its lease
 * @param modifiedAt when it was written, on the service's clock
 */
public record Blob(String name, String content, boolean leased, Instant modifiedAt) {
    public Blob {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(modifiedAt, "modifiedAt");
    }
}
