// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** How words from outside are read that settings, requests and files share: spans of time, patterns of apps, JSON with secrets. */
@NullMarked
package io.hubgate.examples.backend.words;

import org.jspecify.annotations.NullMarked;
