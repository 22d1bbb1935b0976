// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

/** Storage that can be looked at. Each call is one request: what it returns may differ from what the last one did. */
@FunctionalInterface
public interface Storage {
    /** How it is now. */
    StorageImage read();
}
