// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

/** What a command means for the open deployment: the command, and whether it names the deployment's own hub and slot. */
public enum DeploymentMove {
    /** Stage the hub that is open, in its slot. */
    STAGE_ITS_HUB,
    /** Stage another hub in the slot of the open deployment; with none open, any stage. */
    STAGE_OTHER_HUB,
    /** Stage another hub in another slot. */
    STAGE_OTHER_SLOT,
    /** Swap the hub that is open; with none open, the hub that is staged. */
    SWAP_ITS_HUB,
    /** Swap another hub. */
    SWAP_OTHER_HUB,
    /** Confirm the hub that is open, or without naming one. */
    CONFIRM_ITS_HUB,
    /** Confirm another hub. */
    CONFIRM_OTHER_HUB,
    /** Abort the hub that is open. */
    ABORT_ITS_HUB,
    /** Abort another hub. */
    ABORT_OTHER_HUB,
    /** Roll back to the hub that is already going live. */
    ROLL_BACK_ITS_HUB,
    /** Roll back to another hub. */
    ROLL_BACK_OTHER_HUB,
    /** Give up a slot. */
    RETIRE,
    /** Lengthen the lease of the hub that is open, or without naming one. */
    EXTEND_ITS_HUB,
    /** Lengthen the lease of another hub. */
    EXTEND_OTHER_HUB,
    /** Say what is physically where. */
    DECLARE,
    /** Clean up, naming the live hub. */
    CLEAN_UP_ITS_HUB,
    /** Clean up, naming another hub or none. */
    CLEAN_UP_OTHER_HUB
}
