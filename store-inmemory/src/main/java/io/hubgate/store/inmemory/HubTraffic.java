// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.InstanceId;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.Traffic;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The running sums of one hub. Not thread-safe: guarded by the lock of its hub. */
final class HubTraffic {
    private @Nullable Instant firstReceipt;
    private @Nullable Instant lastReceipt;
    private @Nullable Instant lastEventAt;
    private @Nullable Instant lastTerminalAt;
    private long active;
    private long withoutStart;
    private long entities;
    private boolean truncated;

    HubTraffic() {}

    HubTraffic(Traffic traffic) {
        firstReceipt = traffic.firstReceipt();
        lastReceipt = traffic.lastReceipt();
        lastEventAt = traffic.lastEventAt();
        lastTerminalAt = traffic.lastTerminalAt();
        active = traffic.active();
        withoutStart = traffic.withoutStart();
        entities = traffic.entities();
        truncated = traffic.truncated();
    }

    /** Counts one delivery of events, whatever became of them. */
    void hear(Instant receivedAt, Instant eventAt) {
        firstReceipt = firstReceipt == null || receivedAt.isBefore(firstReceipt) ? receivedAt : firstReceipt;
        lastReceipt = latest(lastReceipt, receivedAt);
        lastEventAt = latest(lastEventAt, eventAt);
    }

    /** Remembers that events were acknowledged and not kept. */
    void truncate() {
        truncated = true;
    }

    /**
     * Counts that a record took the place of another. What has been counted as ended without a start stays counted when it is forgotten: it
     * says that this hub does not publish its starts (rule R-10).
     */
    void change(@Nullable InstanceRecord before, InstanceRecord after) {
        InstanceId id = after.id();
        if (id.isEntity()) {
            entities += before == null ? 1 : 0;
            return;
        }
        active += count(after.isActive()) - count(before != null && before.isActive());
        withoutStart += count(endedUnseen(after)) - count(before != null && endedUnseen(before));
        Instant ended = after.lastTerminal();
        lastTerminalAt = ended == null ? lastTerminalAt : latest(lastTerminalAt, ended);
    }

    private static boolean endedUnseen(InstanceRecord record) {
        return !record.isActive() && record.isWithoutStart();
    }

    private static int count(boolean yes) {
        return yes ? 1 : 0;
    }

    private static Instant latest(@Nullable Instant known, Instant other) {
        return known == null || other.isAfter(known) ? other : known;
    }

    /** Tells whether any event of the hub was received. */
    boolean isHeard() {
        return firstReceipt != null;
    }

    Traffic read() {
        return new Traffic(
                Objects.requireNonNull(firstReceipt),
                Objects.requireNonNull(lastReceipt),
                Objects.requireNonNull(lastEventAt),
                lastTerminalAt,
                active,
                withoutStart,
                entities,
                truncated);
    }
}
