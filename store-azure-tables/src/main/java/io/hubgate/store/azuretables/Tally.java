// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.format.UnreadableDocumentException;
import io.hubgate.store.InstanceBatch;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.Traffic;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A partition's share of its hub's traffic, but for the active instances, which are counted where they are listed. Immutable. */
record Tally(
        Instant firstReceipt,
        Instant lastReceipt,
        Instant lastEventAt,
        @Nullable Instant lastTerminalAt,
        long withoutStart,
        long entities,
        boolean truncated) {
    private static final int FIELDS = 7;

    /** Counts a batch as heard, whatever becomes of its writes. */
    static Tally heard(@Nullable Tally known, InstanceBatch batch) {
        Tally one = new Tally(batch.receivedAt(), batch.receivedAt(), batch.lastEventAt(), null, 0, 0, false);
        return known == null ? one : known.plus(one);
    }

    /** Counts that a record took the place of what stood there, or of nothing. */
    Tally changed(@Nullable Placing before, InstanceRecord after) {
        if (after.id().isEntity()) {
            return with(lastTerminalAt, withoutStart, entities + (before == null ? 1 : 0), truncated);
        }
        boolean unseen = !after.isActive() && after.isWithoutStart();
        long change = (unseen ? 1L : 0L) - (before == Placing.FINISHED_UNSEEN ? 1L : 0L);
        return with(later(lastTerminalAt, after.lastTerminal()), withoutStart + change, entities, truncated);
    }

    /** Remembers that events were acknowledged and not kept. */
    Tally cut() {
        return with(lastTerminalAt, withoutStart, entities, true);
    }

    /** Returns the same times with nothing counted. */
    Tally uncounted() {
        return new Tally(firstReceipt, lastReceipt, lastEventAt, lastTerminalAt, 0, 0, false);
    }

    private Tally with(@Nullable Instant terminal, long unseen, long entityCount, boolean wasCut) {
        return new Tally(firstReceipt, lastReceipt, lastEventAt, terminal, unseen, entityCount, wasCut);
    }

    Tally plus(Tally other) {
        return new Tally(
                firstReceipt.isBefore(other.firstReceipt) ? firstReceipt : other.firstReceipt,
                Objects.requireNonNull(later(lastReceipt, other.lastReceipt)),
                Objects.requireNonNull(later(lastEventAt, other.lastEventAt)),
                later(lastTerminalAt, other.lastTerminalAt),
                withoutStart + other.withoutStart,
                entities + other.entities,
                truncated || other.truncated);
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }

    Traffic traffic(long active) {
        return new Traffic(
                firstReceipt, lastReceipt, lastEventAt, lastTerminalAt, active, withoutStart, entities, truncated);
    }

    String encode() {
        return firstReceipt + "|" + lastReceipt + "|" + lastEventAt + "|"
                + (lastTerminalAt == null ? "" : lastTerminalAt) + "|" + withoutStart + "|" + entities + "|"
                + (truncated ? "cut" : "");
    }

    static Tally decode(String text) {
        String[] fields = text.split("\\|", -1);
        if (fields.length != FIELDS) {
            throw new UnreadableDocumentException("a partition's tally has " + fields.length + " fields");
        }
        try {
            return new Tally(
                    Instant.parse(fields[0]),
                    Instant.parse(fields[1]),
                    Instant.parse(fields[2]),
                    RecordText.time(fields[3]),
                    Long.parseLong(fields[4]),
                    Long.parseLong(fields[5]),
                    fields[6].equals("cut"));
        } catch (DateTimeException | NumberFormatException e) {
            throw new UnreadableDocumentException("a partition's tally has a field that is none", e);
        }
    }
}
