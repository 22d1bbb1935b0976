// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * Recordings of the real engine, replayed.
 */
@NullMarked
package io.hubgate.verification.recordings;

import org.jspecify.annotations.NullMarked;
