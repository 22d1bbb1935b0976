// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture.broken.right;

import io.hubgate.verification.architecture.broken.left.Left;

/** Knows its other half. */
public record Right(Left other) {}
