// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** What a verdict costs, and that it does not depend on how many instances ever ran. */
@NullMarked
package io.hubgate.benchmarks.verdict;

import org.jspecify.annotations.NullMarked;
