// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The store SPI in memory: for unit tests of embedders, and for a backend that may forget.
 */
@NullMarked
package io.hubgate.store.inmemory;

import org.jspecify.annotations.NullMarked;
