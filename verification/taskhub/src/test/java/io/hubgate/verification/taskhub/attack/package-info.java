// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0

/** Attacks on the verdict: what would make a careless reader of storage say READY over work, or busy over none. */
@NullMarked
package io.hubgate.verification.taskhub.attack;

import org.jspecify.annotations.NullMarked;
