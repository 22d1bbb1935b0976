// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The entry point that embedders hold, and the shell around the pure core: it loads a record, lets a rule decide, commits by
 * compare-and-swap, tries again when it lost a race, and records the decision in the same write.
 */
@NullMarked
package io.hubgate;

import org.jspecify.annotations.NullMarked;
