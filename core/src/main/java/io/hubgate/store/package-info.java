// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The storage SPI: two small stores of which one keeps few precious documents and the other many rows, and the words for what a write
 * can come to. The numbered rules are in {@code docs/spec/store-contract.md}; a store passes the kit in {@code hubgate-store-testkit}.
 */
@NullMarked
package io.hubgate.store;

import org.jspecify.annotations.NullMarked;
