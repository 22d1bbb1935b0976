// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * Backends that are killed or whose storage fails, under load, held against a model: what was acknowledged is kept, what was decided is decided
 * once, and nothing is overwritten that works.
 */
@NullMarked
package io.hubgate.examples.backend.crash;

import org.jspecify.annotations.NullMarked;
