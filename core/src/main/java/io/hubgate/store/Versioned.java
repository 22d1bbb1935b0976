// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

/**
 * A value with the revision under which it was read.
 *
 * @param value the value
 * @param revision its revision
 * @param <T> what is stored
 */
public record Versioned<T>(T value, Revision revision) {}
