// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0

/** How long a look at a large task hub takes, against listing all of its rows. */
@NullMarked
package io.hubgate.benchmarks.inspection;

import org.jspecify.annotations.NullMarked;
