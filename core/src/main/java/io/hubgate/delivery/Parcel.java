// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import java.util.List;

/** The part of one delivery that goes through one lane. Guarded by the lock of {@link GroupCommit}. */
final class Parcel {
    private final Ticket ticket;
    private final Lane lane;
    private final boolean claimed;
    private final List<Piece> pieces;
    private int next;
    private int durable;

    Parcel(Ticket ticket, Lane lane, boolean claimed, List<Piece> pieces) {
        this.ticket = ticket;
        this.lane = lane;
        this.claimed = claimed;
        this.pieces = pieces;
    }

    Ticket ticket() {
        return ticket;
    }

    Lane lane() {
        return lane;
    }

    boolean isClaimed() {
        return claimed;
    }

    /** Tells whether a part of it still waits for a leader. */
    boolean isQueued() {
        return next < pieces.size();
    }

    int next() {
        return next;
    }

    /** Goes on to a later place, or back to an earlier one since the batch that took what follows has failed. */
    void moveTo(int index) {
        next = index;
    }

    Piece piece(int index) {
        return pieces.get(index);
    }

    void becameDurable(int count) {
        durable += count;
        if (durable == pieces.size()) {
            ticket.parcelDone();
        }
    }
}
