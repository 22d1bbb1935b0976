// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The bounded exhaustive explorer of the deployment state machine: two pipelines that act on {@code next} alone, beside a physical world of two
 * slots. It drives the commands of core and compares what is recorded with what is physically there.
 */
@NullMarked
package io.hubgate.verification.explorer;

import org.jspecify.annotations.NullMarked;
