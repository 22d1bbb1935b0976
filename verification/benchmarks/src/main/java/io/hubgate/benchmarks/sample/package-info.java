// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** An app and events to measure with. */
@NullMarked
package io.hubgate.benchmarks.sample;

import org.jspecify.annotations.NullMarked;
