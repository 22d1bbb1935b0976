// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Tests of the stores in memory, beside those of the conformance kit. */
@NullMarked
package io.hubgate.store.inmemory;

import org.jspecify.annotations.NullMarked;
