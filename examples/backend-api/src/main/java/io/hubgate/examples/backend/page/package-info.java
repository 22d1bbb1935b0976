// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** What is at the root: the page for a browser, a few example lines for everything else. */
@NullMarked
package io.hubgate.examples.backend.page;

import org.jspecify.annotations.NullMarked;
