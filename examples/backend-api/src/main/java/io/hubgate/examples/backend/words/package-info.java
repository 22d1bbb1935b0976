// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** How words from outside are read: which known name a wrong one was meant to be, and spans of time. Settings and requests share it. */
@NullMarked
package io.hubgate.examples.backend.words;

import org.jspecify.annotations.NullMarked;
