// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP backend: settings, start and stop.
 */
@NullMarked
package io.hubgate.examples.backend;

import org.jspecify.annotations.NullMarked;
