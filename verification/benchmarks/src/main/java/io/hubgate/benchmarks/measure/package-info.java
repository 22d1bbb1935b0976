// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** How figures are taken and told, in a way that bears other work on the same machine. */
@NullMarked
package io.hubgate.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
