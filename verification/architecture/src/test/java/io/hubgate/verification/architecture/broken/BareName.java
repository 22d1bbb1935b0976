// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture.broken;

/** Lets an identifier travel as a bare string. */
public final class BareName {

    /** Takes any text as a hub. */
    public int stage(String taskHub) {
        return taskHub.length();
    }
}
