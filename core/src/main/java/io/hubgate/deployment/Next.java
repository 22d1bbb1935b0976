// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

/** What the caller does now in Azure (rule P-1). Clients act on this alone. */
public enum Next {
    /** Stage the next release. */
    STAGE("stage"),
    /** Deploy code and hub name to the slot, in one restart: the only permission to write to a slot. */
    DEPLOY("deploy"),
    /** Swap the slots physically. */
    SWAP_SLOTS("swap-slots"),
    /** Call confirm. */
    CONFIRM("confirm"),
    /** Read what production and slot really hold, and act on that. */
    VERIFY("verify"),
    /** Stop the slot. */
    STOP_SLOT("stop-slot"),
    /** Start the slot. */
    START_SLOT("start-slot"),
    /** Nothing. */
    NOTHING("nothing");

    private final String word;

    Next(String word) {
        this.word = word;
    }

    /**
     * Returns the word as it stands in answers.
     *
     * @return the word
     */
    public String word() {
        return word;
    }
}
