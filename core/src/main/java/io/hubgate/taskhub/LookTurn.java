// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import java.time.Instant;
import java.util.Objects;

/**
 * Whose turn it is to look at a hub: one backend at a time, of all that share a store (rule R-23). A turn that is over counts as none, so that
 * an owner which crashed keeps nobody from looking for long.
 *
 * @param owner the backend that looks
 * @param until when the turn is over at the latest, on the owner's clock
 */
public record LookTurn(String owner, Instant until) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the owner is empty
     */
    public LookTurn {
        Objects.requireNonNull(until, "until");
        if (owner.isEmpty()) {
            throw new IllegalArgumentException("a turn has an owner");
        }
    }

    /**
     * Tells whether the turn is over.
     *
     * @param now our clock
     * @return true if anybody may take the next
     */
    public boolean isOver(Instant now) {
        return !until.isAfter(now);
    }
}
