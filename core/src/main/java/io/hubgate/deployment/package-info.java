// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The deployment state machine: what an app's record holds, which commands change it, and by which rows of two tables. Everything here
 * is a pure function of record, command and time; what must be known of the world is asked from a {@code Witness} in the order in which the
 * rules need it. The numbered rules are in {@code docs/spec/pipeline.md}.
 */
@NullMarked
package io.hubgate.deployment;

import org.jspecify.annotations.NullMarked;
