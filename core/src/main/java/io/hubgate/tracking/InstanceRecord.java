// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.tracking;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one instance amount to. Records form a join-semilattice under {@link #join}: in whatever order and however often events
 * arrive, the record is the same (rule V-3). Immutable.
 *
 * @param id the raw instance id
 * @param status the status of the latest event; of events at the same time a non-terminal status wins
 * @param since the time of that event
 * @param function the function name of that event; stores may forget it once the instance has finished, and then return it unnamed
 * @param reason the reason of that event, cut; stores may forget it once the instance has finished, and then return it empty
 * @param firstSeen the earliest time of a non-terminal event, or null if none came
 * @param lastTerminal the latest time of a terminal event, or null if none came
 * @param receivedAt the latest receipt of an event of this instance, on the receiver's clock; receipts of events that said nothing new may
 *     be left out
 */
public record InstanceRecord(
        InstanceId id,
        RuntimeStatus status,
        Instant since,
        OrchestratorName function,
        String reason,
        @Nullable Instant firstSeen,
        @Nullable Instant lastTerminal,
        Instant receivedAt) {
    /** Checks that the parts that always exist do. */
    public InstanceRecord {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }

    /**
     * Returns the record of an instance of which this one event is known.
     *
     * @param event the event
     * @param receivedAt when it was received
     * @return the record
     */
    public static InstanceRecord of(LifecycleEvent event, Instant receivedAt) {
        boolean terminal = event.status().isTerminal();
        return new InstanceRecord(
                event.instance(),
                event.status(),
                event.eventTime(),
                event.function(),
                event.reason(),
                terminal ? null : event.eventTime(),
                terminal ? event.eventTime() : null,
                receivedAt);
    }

    /**
     * Returns what both records together say. Commutative, associative and idempotent.
     *
     * @param other a record of the same instance
     * @return the join
     */
    public InstanceRecord join(InstanceRecord other) {
        InstanceRecord latest = compareLatest(other) >= 0 ? this : other;
        return new InstanceRecord(
                id,
                latest.status,
                latest.since,
                latest.function,
                latest.reason,
                earlier(firstSeen, other.firstSeen),
                later(lastTerminal, other.lastTerminal),
                receivedAt.isAfter(other.receivedAt) ? receivedAt : other.receivedAt);
    }

    /**
     * Tells whether another record says nothing that this one does not say already: their join would differ from this one at most in
     * {@link #receivedAt}, or in the function and reason of a finished instance where a store has forgotten them.
     *
     * @param other a record of the same instance
     * @return true if it need not be joined
     */
    public boolean covers(InstanceRecord other) {
        return (compareLatest(other) >= 0 || hasForgotten(other))
                && isEarlier(firstSeen, other.firstSeen)
                && isLater(lastTerminal, other.lastTerminal);
    }

    /** Tells whether this is the same end of the instance, and what else the other says of it may be gone from this record. */
    private boolean hasForgotten(InstanceRecord other) {
        return status.isTerminal()
                && since.equals(other.since)
                && status.equals(other.status)
                && (function.value().isEmpty() || function.equals(other.function))
                && (reason.isEmpty() || reason.equals(other.reason));
    }

    /** Later wins; then busy wins, since a false "busy" can be healed and a false "ready" kills; the rest only makes the choice total. */
    private int compareLatest(InstanceRecord other) {
        int order = since.compareTo(other.since);
        if (order == 0 && !status.equals(other.status)) {
            order = Boolean.compare(isActive(), other.isActive());
            order = order != 0 ? order : status.word().compareTo(other.status.word());
        }
        order = order != 0 ? order : function.compareTo(other.function);
        return order != 0 ? order : reason.compareTo(other.reason);
    }

    /**
     * Tells whether the instance counts as alive.
     *
     * @return true unless the latest status is terminal
     */
    public boolean isActive() {
        return !status.isTerminal();
    }

    /**
     * Tells whether the instance is alive and has been terminal before: an eternal orchestration, or an id that was used again.
     *
     * @return true if so
     */
    public boolean restarts() {
        return isActive() && lastTerminal != null;
    }

    /**
     * Tells whether the instance finished without any event that showed it alive: a sign that starts are not published.
     *
     * @return true if so
     */
    public boolean isWithoutStart() {
        return firstSeen == null;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }

    private static boolean isEarlier(@Nullable Instant mine, @Nullable Instant theirs) {
        return theirs == null || (mine != null && !theirs.isBefore(mine));
    }

    private static boolean isLater(@Nullable Instant mine, @Nullable Instant theirs) {
        return theirs == null || (mine != null && !theirs.isAfter(mine));
    }
}
