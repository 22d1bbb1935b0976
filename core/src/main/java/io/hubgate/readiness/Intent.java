// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

/** What the caller means to do with the code or the data of a hub. */
public enum Intent {
    /** Deploy other code over the slot that serves the hub. */
    OVERWRITE,
    /** Switch off the slot or app that serves the hub. */
    STOP,
    /** Remove the hub's data. */
    DELETE
}
