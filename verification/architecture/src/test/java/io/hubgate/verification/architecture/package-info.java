// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The rules of the house: dependencies, packages, time, threads, and the coverage of the numbered rules.
 */
@NullMarked
package io.hubgate.verification.architecture;

import org.jspecify.annotations.NullMarked;
