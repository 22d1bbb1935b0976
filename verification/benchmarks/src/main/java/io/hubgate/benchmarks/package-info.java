// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Measures speed and memory, as ratios within one run. Never part of a test: {@code ./mvnw verify} only compiles it. */
@NullMarked
package io.hubgate.benchmarks;

import org.jspecify.annotations.NullMarked;
