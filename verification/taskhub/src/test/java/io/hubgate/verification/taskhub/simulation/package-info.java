// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0

/** Histories of a hub with everything that goes wrong between the engine and Hubgate, from seeds. */
@NullMarked
package io.hubgate.verification.taskhub.simulation;

import org.jspecify.annotations.NullMarked;
