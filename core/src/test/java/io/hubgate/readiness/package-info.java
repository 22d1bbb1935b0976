// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Tests of the rules of the verdict: each rule in both directions at its boundary, then all together. */
@NullMarked
package io.hubgate.readiness;

import org.jspecify.annotations.NullMarked;
