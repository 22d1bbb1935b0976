// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

/**
 * How much memory group commit may use.
 *
 * @param cachedRecords how many records of instances are remembered, so that the common path needs no read; at least 1. A record takes about
 *     400 bytes
 * @param waitingEvents how many events may be taken and not yet durable; at least 1. More are refused, to come again. One delivery larger
 *     than this is taken when nothing else waits
 */
public record CommitLimits(int cachedRecords, int waitingEvents) {
    /** 50,000 remembered records, 100,000 waiting events. */
    public static final CommitLimits DEFAULT = new CommitLimits(50_000, 100_000);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one of them is below 1
     */
    public CommitLimits {
        if (cachedRecords < 1 || waitingEvents < 1) {
            throw new IllegalArgumentException("limits begin at 1: " + cachedRecords + ", " + waitingEvents);
        }
    }
}
