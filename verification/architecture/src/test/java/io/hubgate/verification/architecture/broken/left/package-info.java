// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** One half of a cycle of packages. */
@NullMarked
package io.hubgate.verification.architecture.broken.left;

import org.jspecify.annotations.NullMarked;
