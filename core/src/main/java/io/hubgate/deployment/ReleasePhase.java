// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

/** Where a release is in its life. */
public enum ReleasePhase {
    /** Its hub was posted for a slot; its code may be deployed there now. */
    STAGED,
    /** It is in production. */
    LIVE,
    /** It left production by a swap; its code stays in the slot until its hub is drained. */
    DRAINING,
    /** No slot records it any more; its data awaits clean-up. */
    RETIRED,
    /** Its clean-up has begun. */
    REMOVING,
    /** Its data is removed or given up; its hub name is never used again. */
    DELETED;

    /**
     * Tells whether a release in this phase is recorded in a slot.
     *
     * @return true for STAGED, LIVE and DRAINING
     */
    public boolean isInSlot() {
        return this == STAGED || this == LIVE || this == DRAINING;
    }
}
