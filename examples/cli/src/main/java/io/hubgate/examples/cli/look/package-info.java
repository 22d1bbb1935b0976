// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Looks at a hub and has the rules of the verdict judge it, without any app's record and without events. */
@NullMarked
package io.hubgate.examples.cli.look;

import org.jspecify.annotations.NullMarked;
