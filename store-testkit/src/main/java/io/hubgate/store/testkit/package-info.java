// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The conformance kit: one test for each rule of the store contract.
 */
@NullMarked
package io.hubgate.store.testkit;

import org.jspecify.annotations.NullMarked;
