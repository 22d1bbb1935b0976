// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.store.InstanceWrite;
import io.hubgate.store.StoreFullException;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import org.jspecify.annotations.Nullable;

/** One instance in one batch: what its pieces say together, and how far the store has got with it. Used by one leader at a time. */
final class Row {
    private InstanceRecord news;
    private int events;
    private int duplicates;
    private @Nullable Versioned<InstanceRecord> stored;
    /** Whether {@link #stored} may be relied on: read, remembered, or guessed absent. A wrong guess only loses a race. */
    private boolean known;

    /** Whether an answer was lost: what is then found may be our own write, and is not called a duplicate. */
    private boolean perhapsWritten;

    private boolean joined;
    private @Nullable StoreFullException refusal;

    Row(Piece first) {
        news = first.news();
        count(first);
    }

    void add(Piece piece) {
        if (!news.covers(piece.news())) {
            news = news.join(piece.news());
        }
        count(piece);
    }

    private void count(Piece piece) {
        events += piece.events();
        duplicates += piece.duplicates();
        piece.goesInto(this);
    }

    InstanceRecord news() {
        return news;
    }

    /** Takes over what is remembered. An instance without memory that begins is taken for new: it nearly always is. */
    void recall(@Nullable Versioned<InstanceRecord> remembered) {
        stored = remembered;
        known = remembered != null || !news.isWithoutStart();
    }

    void loaded(@Nullable Versioned<InstanceRecord> found) {
        stored = found;
        known = true;
    }

    /** Forgets what was believed about the store. */
    private void doubt() {
        stored = null;
        known = false;
    }

    /** The answer to this row's write was lost. */
    void lostSight() {
        perhapsWritten = true;
        doubt();
    }

    boolean mustLoad() {
        return isOpen() && !known;
    }

    boolean isOpen() {
        return !joined && refusal == null;
    }

    boolean isJoined() {
        return joined;
    }

    boolean isCreate() {
        return stored == null;
    }

    /** Returns the write that is still needed, or null if the stored record says all of it already. */
    @Nullable
    InstanceWrite nextWrite() {
        Versioned<InstanceRecord> base = stored;
        if (base == null) {
            return new InstanceWrite(news, null);
        }
        if (base.value().covers(news)) {
            joined = true;
            duplicates = perhapsWritten ? duplicates : events;
            return null;
        }
        return new InstanceWrite(base.value().join(news), base.revision());
    }

    /** Takes the result of a write and tells whether it happened. */
    boolean wrote(InstanceWrite write, WriteResult result) {
        if (result instanceof WriteResult.Written written) {
            stored = new Versioned<>(write.record(), written.revision());
            joined = true;
            return true;
        }
        doubt();
        return false;
    }

    void refuse(StoreFullException full) {
        refusal = full;
    }

    @Nullable
    StoreFullException refusal() {
        return refusal;
    }

    @Nullable
    Versioned<InstanceRecord> stored() {
        return stored;
    }

    int events() {
        return events;
    }

    int duplicates() {
        return duplicates;
    }
}
