// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The bounded exhaustive explorer of the deployment state machine.
 */
@NullMarked
package io.hubgate.verification.explorer;

import org.jspecify.annotations.NullMarked;
