// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.observe.BatchCommitted;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a leader writes at once: the front of a lane, with at most as many different instances as the store takes in one batch. Filled and
 * settled under the lock of {@link GroupCommit}, in between used by its leader only.
 */
final class Batch {
    /** A stretch of one parcel. */
    private record Slice(Parcel parcel, int from, int to) {}

    private final Lane lane;
    private final int maxBatch;
    private final List<Slice> slices = new ArrayList<>();
    private final Map<InstanceId, Row> rows = new LinkedHashMap<>();
    private boolean claimed;
    private boolean heard;
    private Instant receivedAt = Instant.MIN;
    private Instant lastEventAt = Instant.MIN;
    private int lostRaces;
    private int written;

    Batch(Lane lane, int maxBatch) {
        this.lane = lane;
        this.maxBatch = maxBatch;
    }

    /** Takes what fits of a parcel; true if that is all of it. */
    boolean takeAll(Parcel parcel) {
        int from = parcel.next();
        while (parcel.isQueued() && take(parcel.piece(parcel.next()))) {
            parcel.moveTo(parcel.next() + 1);
        }
        if (parcel.next() > from) {
            slices.add(new Slice(parcel, from, parcel.next()));
            claimed |= parcel.isClaimed();
        }
        return !parcel.isQueued();
    }

    private boolean take(Piece piece) {
        InstanceRecord news = piece.news();
        Row row = rows.get(news.id());
        if (row == null) {
            if (rows.size() == maxBatch) {
                return false;
            }
            rows.put(news.id(), new Row(piece));
        } else {
            row.add(piece);
        }
        receivedAt = news.receivedAt().isAfter(receivedAt) ? news.receivedAt() : receivedAt;
        lastEventAt = news.since().isAfter(lastEventAt) ? news.since() : lastEventAt;
        return true;
    }

    TaskHubName hub() {
        return lane.hub();
    }

    String hubKey() {
        return lane.key().hub();
    }

    Collection<Row> rows() {
        return rows.values();
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Instant lastEventAt() {
        return lastEventAt;
    }

    InstanceBatch of(List<InstanceWrite> writes) {
        return new InstanceBatch(lane.hub(), lane.key().partition(), claimed, writes, receivedAt, lastEventAt);
    }

    /** The store has answered, so it has heard of the hub at {@link #receivedAt}. */
    void hubWasHeard() {
        heard = true;
    }

    void raceEnded(boolean won) {
        if (won) {
            written++;
        } else {
            lostRaces++;
        }
    }

    boolean isHeard() {
        return heard;
    }

    /** Tells whether nothing is left to do: each row is durable or refused, and the hub was heard. */
    boolean isFinished() {
        for (Row row : rows.values()) {
            if (row.isOpen()) {
                return false;
            }
        }
        return heard;
    }

    /**
     * Tells each parcel what became of it. What is neither durable nor refused fails by the outage, or goes back to the front of the lane for
     * the next leader if there was none.
     */
    void settle(@Nullable StoreUnavailableException outage) {
        for (int i = slices.size() - 1; i >= 0; i--) {
            settle(slices.get(i), outage);
        }
    }

    private void settle(Slice slice, @Nullable StoreUnavailableException outage) {
        Parcel parcel = slice.parcel();
        StoreUnavailableException failure = outage;
        boolean durable = heard;
        for (int i = slice.from(); i < slice.to(); i++) {
            Row row = parcel.piece(i).row();
            failure = row.refusal() == null ? failure : row.refusal();
            durable &= row.isJoined();
        }
        if (durable) {
            parcel.becameDurable(slice.to() - slice.from());
        } else if (failure != null) {
            parcel.ticket().fail(failure);
        } else if (!parcel.ticket().hasLeft()) {
            lane.putBack(parcel, slice.from());
        }
    }

    BatchCommitted seen(int waiting) {
        int events = 0;
        int duplicates = 0;
        for (Row row : rows.values()) {
            events += row.events();
            duplicates += row.duplicates();
        }
        return new BatchCommitted(lane.hub(), events, rows.size(), written, duplicates, lostRaces, waiting);
    }
}
