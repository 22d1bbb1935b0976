// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * What an embedder may listen to: counts and happenings, for metrics and logs. A listener never changes what Hubgate decides, and one that
 * fails is heard of once and otherwise left alone.
 */
@NullMarked
package io.hubgate.observe;

import org.jspecify.annotations.NullMarked;
