// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

/** What a command means for the open deployment: the command, and whether it names the deployment's own hub and slot. */
public enum DeploymentMove {
    /** Stage the hub that is open, in its slot. */
    STAGE_ITS_HUB(true),
    /** Stage another hub in the slot of the open deployment; with none open, any stage. */
    STAGE_OTHER_HUB(false),
    /** Stage another hub in another slot. */
    STAGE_OTHER_SLOT(true),
    /** Swap the hub that is open; with none open, the hub that is staged. */
    SWAP_ITS_HUB(false),
    /** Swap another hub. */
    SWAP_OTHER_HUB(false),
    /** Confirm the hub that is open, or without naming one. */
    CONFIRM_ITS_HUB(true),
    /** Confirm another hub; with none open, any confirm. */
    CONFIRM_OTHER_HUB(false),
    /** Abort the hub that is open. */
    ABORT_ITS_HUB(true),
    /** Abort another hub; with none open, any abort. */
    ABORT_OTHER_HUB(false),
    /** Roll back to the hub that is already going live. */
    ROLL_BACK_ITS_HUB(true),
    /** Roll back to another hub; with none open, any rollback. */
    ROLL_BACK_OTHER_HUB(false),
    /** Give up a slot. */
    RETIRE(false),
    /** Lengthen the lease of the hub that is open, or without naming one. */
    EXTEND_ITS_HUB(false),
    /** Lengthen the lease of another hub. */
    EXTEND_OTHER_HUB(false),
    /** Seal the slot of the hub that is open, or without naming one. */
    SEAL_ITS_HUB(false),
    /** Seal for another hub. */
    SEAL_OTHER_HUB(false),
    /** Say what is physically where. */
    DECLARE(false),
    /** Clean up, naming the live hub. */
    CLEAN_UP_ITS_HUB(false),
    /** Clean up, naming another hub or none. */
    CLEAN_UP_OTHER_HUB(false);

    private final boolean needsOpen;

    DeploymentMove(boolean needsOpen) {
        this.needsOpen = needsOpen;
    }

    /**
     * Tells whether the move exists only while a deployment is open: without one there is no hub or slot of its own to name.
     *
     * @return true if so
     */
    public boolean needsOpenDeployment() {
        return needsOpen;
    }
}
