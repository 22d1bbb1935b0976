// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** How spans of time from outside are read. Settings and requests share it. */
@NullMarked
package io.hubgate.examples.backend.words;

import org.jspecify.annotations.NullMarked;
