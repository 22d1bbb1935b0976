// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

/** What can happen to a release; together with its phase it decides the next phase, by {@link ReleaseTable}. */
public enum ReleaseMove {
    /** It is posted for a slot. */
    STAGE,
    /** Another release is staged over it. */
    REPLACE,
    /** A recorded swap brings it into production. */
    SWAP_IN,
    /** A recorded rollback brings it back into production. */
    ROLL_BACK_IN,
    /** A recorded exchange takes it out of production. */
    SWAP_OUT,
    /** A swap that brought it in did not happen. */
    UNDO_SWAP_IN,
    /** A rollback that brought it in did not happen. */
    UNDO_ROLL_BACK_IN,
    /** An exchange that took it out did not happen. */
    UNDO_SWAP_OUT,
    /** A person says that production holds it. */
    DECLARE_LIVE,
    /** A person says that another slot holds it. */
    DECLARE_IN_SLOT,
    /** A person says that no slot holds it. */
    DECLARE_GONE,
    /** Its slot is given up. */
    RETIRE,
    /** Its clean-up begins. */
    BEGIN_REMOVAL,
    /** Its clean-up finds it alive again. */
    RESURRECT,
    /** Its clean-up ends. */
    END_REMOVAL
}
