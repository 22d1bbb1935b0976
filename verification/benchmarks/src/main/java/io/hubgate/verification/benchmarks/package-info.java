// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * Benchmarks of parsing, tracking and verdicts.
 */
@NullMarked
package io.hubgate.verification.benchmarks;

import org.jspecify.annotations.NullMarked;
