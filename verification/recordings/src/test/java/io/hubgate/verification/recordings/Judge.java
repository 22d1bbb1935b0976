// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

/** Somebody who says at a moment whether a hub is drained, from what had been received by then. */
interface Judge {
    /** How the report calls it. */
    String name();

    /** What it says at a moment. */
    Said judge(Moment moment);
}
