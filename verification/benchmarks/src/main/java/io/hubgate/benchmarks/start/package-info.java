// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** How long the backend takes until it is ready, beside a server that says hello with the same library. */
@NullMarked
package io.hubgate.benchmarks.start;

import org.jspecify.annotations.NullMarked;
