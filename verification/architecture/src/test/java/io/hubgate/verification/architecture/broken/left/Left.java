// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture.broken.left;

import io.hubgate.verification.architecture.broken.right.Right;

/** Knows its other half. */
public record Left(Right other) {}
