// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * How a test names the numbered rule that it shows.
 */
@NullMarked
package io.hubgate.rule;

import org.jspecify.annotations.NullMarked;
