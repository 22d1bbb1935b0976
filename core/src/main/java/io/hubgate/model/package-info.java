// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The identifiers and words of the field as values that validate themselves: once one exists, it is well formed. Nothing here knows
 * about releases, verdicts or storage.
 */
@NullMarked
package io.hubgate.model;

import org.jspecify.annotations.NullMarked;
