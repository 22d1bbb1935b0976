// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Tests of the entry point as an embedder holds it: commands, questions, clean-up and events over the stores in memory. */
@NullMarked
package io.hubgate.verification.embedding;

import org.jspecify.annotations.NullMarked;
