// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Tests of the identifiers: what each takes, what it refuses and how, and by what it is compared. */
@NullMarked
package io.hubgate.model;

import org.jspecify.annotations.NullMarked;
