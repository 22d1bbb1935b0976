// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** The other half of a cycle of packages. */
@NullMarked
package io.hubgate.verification.architecture.broken.right;

import org.jspecify.annotations.NullMarked;
