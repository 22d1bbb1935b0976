// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

/** Where a pipeline stands. Between any two steps it may be slow or die. */
enum Step {
    /** No run. */
    IDLE,
    /** About to look at the slot, then to stage. */
    LOOK_TO_STAGE,
    /** About to stage with what was seen. */
    STAGE,
    /** About to look at the slot once more, immediately before the write. */
    LOOK_TO_STAGE_AGAIN,
    /** About to stage again with what was seen. */
    STAGE_AGAIN,
    /** May write to the slot. */
    WRITE,
    /** May stop the slot. */
    STOP,
    /** About to look at the slot, then to seal it. */
    LOOK_TO_SEAL,
    /** About to seal with what was seen. */
    SEAL,
    /** Has written, and starts the slot that may be stopped. */
    START,
    /** Was told to start the slot, so that what is in it can end. */
    START_TO_DRAIN,
    /** About to look at production, then to swap. */
    LOOK_TO_SWAP,
    /** About to swap with what was seen. */
    SWAP,
    /** About to look at production once more, immediately before the physical swap. */
    LOOK_TO_SWAP_AGAIN,
    /** About to swap again with what was seen. */
    SWAP_AGAIN,
    /** May swap the slots. */
    EXCHANGE,
    /** About to look at production, since the end of something is not known. */
    LOOK_TO_VERIFY,
    /** About to act on what production was seen to hold. */
    VERIFY,
    /** About to read, after a refusal, whether a deployment of its own is left open. */
    LOOK_TO_ABORT,
    /** About to give its own staged deployment up. */
    ABORT,
    /** About to look at production, then to roll back. */
    LOOK_TO_ROLL_BACK,
    /** About to roll back with what was seen. */
    ROLL_BACK,
    /** About to look at the slot, then to retire it. */
    LOOK_TO_RETIRE,
    /** About to retire the slot with what was seen. */
    RETIRE;

    /** Whether the next thing is a physical one that an answer has just permitted. */
    boolean isPermitted() {
        return this == WRITE || this == EXCHANGE || this == STOP || this == START || this == START_TO_DRAIN;
    }
}
