// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * Concurrent use of the stores and the tracker, under Lincheck.
 */
@NullMarked
package io.hubgate.verification.concurrency;

import org.jspecify.annotations.NullMarked;
