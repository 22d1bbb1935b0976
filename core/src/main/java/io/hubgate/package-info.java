// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The entry point that embedders hold, and the root of all exceptions that Hubgate throws.
 */
@NullMarked
package io.hubgate;

import org.jspecify.annotations.NullMarked;
