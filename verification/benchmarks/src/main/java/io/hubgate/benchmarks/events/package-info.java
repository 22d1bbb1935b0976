// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** How fast events are applied in memory. */
@NullMarked
package io.hubgate.benchmarks.events;

import org.jspecify.annotations.NullMarked;
