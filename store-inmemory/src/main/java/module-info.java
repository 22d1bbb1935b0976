// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** The reference implementation of the store SPI, in memory. */
module io.hubgate.store.inmemory {
    requires transitive io.hubgate.core;
    requires static org.jspecify;

    exports io.hubgate.store.inmemory;
}
