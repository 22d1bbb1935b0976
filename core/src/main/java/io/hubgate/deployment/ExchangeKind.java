// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

/** The two ways in which a slot and production exchange their releases. */
public enum ExchangeKind {
    /** A staged release goes live. */
    SWAP,
    /** A draining release goes live again. */
    ROLLBACK
}
