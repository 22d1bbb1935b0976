// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.platform;

/** What goes wrong between an engine and whoever listens to it. Each was seen on the running engine or read in its code. */
public enum Fault {
    /** Events do not arrive: the topic refuses them, and they are not sent again. */
    LOST,
    /** Events arrive twice. */
    DUPLICATE,
    /** Events arrive late, and in another order. */
    LATE,
    /** The end is told while a timer keeps the orchestration open. */
    EARLY,
    /** The end is told, and then the checkpoint fails and the orchestration goes on. */
    PHANTOM,
    /** Each generation of an eternal orchestration is told as Completed, as if it were the last. */
    COMPLETED_FOR_CONTINUE_AS_NEW,
    /** Hosts are killed between two writes. */
    KILLED,
    /** Somebody sends events that no engine published. */
    FORGED
}
