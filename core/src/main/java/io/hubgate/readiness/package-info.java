// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The rules of the verdict: may the code that serves a task hub be overwritten, stopped, or its data deleted? Rules are pure functions of
 * evidence, policy and time; adding a blocker means adding a {@code ReadinessRule} and a code. The numbered rules are in
 * {@code docs/spec/readiness.md}.
 */
@NullMarked
package io.hubgate.readiness;

import org.jspecify.annotations.NullMarked;
