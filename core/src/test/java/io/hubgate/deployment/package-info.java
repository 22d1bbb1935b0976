// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Tests of the deployment state machine: both tables whole, and each rule of the pipeline through the commands. */
@NullMarked
package io.hubgate.deployment;

import org.jspecify.annotations.NullMarked;
