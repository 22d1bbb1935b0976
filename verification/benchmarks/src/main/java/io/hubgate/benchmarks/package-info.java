// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** How fast a delivery of lifecycle events is parsed, in four ways. */
@NullMarked
package io.hubgate.benchmarks.parsing;

import org.jspecify.annotations.NullMarked;
