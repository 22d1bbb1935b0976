// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The store SPI on Azure Table storage. Tables, keys and costs are drawn in the module's README.
 */
@NullMarked
package io.hubgate.store.azuretables;

import org.jspecify.annotations.NullMarked;
