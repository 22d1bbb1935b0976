// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

/** Whether the slot staging runs. */
enum SlotRun {
    /** Its host lives, and triggers may begin work. */
    RUNNING,
    /** It was told to stop; until its host lets go of the hub, work may begin all the same. */
    LETTING_GO,
    /** Nothing runs there: no work begins, and none ends. */
    STOPPED
}
