// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Parsing a delivery: the SDK, databind, Jackson's tokens on their own, and the parser of {@code hubgate-eventgrid-adapter}. */
@NullMarked
package io.hubgate.benchmarks.parsing;

import org.jspecify.annotations.NullMarked;
