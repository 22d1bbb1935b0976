// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** What a terminal can do that a pipe cannot: colours, and a line that moves while something is awaited. */
@NullMarked
package io.hubgate.examples.cli.terminal;

import org.jspecify.annotations.NullMarked;
