// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The command line {@code hubgate}: looks at task hubs with nothing installed, and says in words, in JSON and by its exit code what it saw.
 * It only reads.
 */
@NullMarked
package io.hubgate.examples.cli;

import org.jspecify.annotations.NullMarked;
