// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The one root of everything that Hubgate throws, and the stable codes that callers and other programs rely on. Nothing here
 * depends on any other package, so that every layer can refuse in the same words.
 */
@NullMarked
package io.hubgate.error;

import org.jspecify.annotations.NullMarked;
