// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** How much heap an instance takes. */
@NullMarked
package io.hubgate.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
