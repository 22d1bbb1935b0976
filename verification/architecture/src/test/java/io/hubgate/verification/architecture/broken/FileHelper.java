// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture.broken;

/** Has a name that says nothing. */
public record FileHelper(String name) {}
