// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import java.net.URI;

/** Where backends are at the moment. */
@FunctionalInterface
interface Backends {
    /** Returns one of them, and waits while there is none. */
    URI any() throws InterruptedException;
}
