// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import io.hubgate.store.InstanceBatch;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.Traffic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sums of traffic. */
final class Traffics {
    private Traffics() {}

    static Traffic hear(@Nullable Traffic known, InstanceBatch batch) {
        Instant received = batch.receivedAt();
        Traffic heard = new Traffic(received, received, batch.lastEventAt(), null, 0, 0, 0, false);
        return known == null ? heard : sum(known, heard);
    }

    static Traffic change(Traffic traffic, @Nullable InstanceRecord before, InstanceRecord after) {
        boolean entity = after.id().isEntity();
        long active = entity ? 0 : count(after.isActive()) - count(before != null && before.isActive());
        long unseen = entity ? 0 : count(endedUnseen(after)) - count(before != null && endedUnseen(before));
        Instant ended = entity ? null : after.lastTerminal();
        long entities = count(entity && before == null);
        return sum(
                traffic,
                new Traffic(
                        traffic.firstReceipt(),
                        traffic.lastReceipt(),
                        traffic.lastEventAt(),
                        ended,
                        active,
                        unseen,
                        entities,
                        false));
    }

    static Traffic sum(Traffic a, Traffic b) {
        return new Traffic(
                a.firstReceipt().isBefore(b.firstReceipt()) ? a.firstReceipt() : b.firstReceipt(),
                later(a.lastReceipt(), b.lastReceipt()),
                later(a.lastEventAt(), b.lastEventAt()),
                laterOrNull(a.lastTerminalAt(), b.lastTerminalAt()),
                a.active() + b.active(),
                a.withoutStart() + b.withoutStart(),
                a.entities() + b.entities(),
                a.truncated() || b.truncated());
    }

    private static boolean endedUnseen(InstanceRecord record) {
        return !record.isActive() && record.isWithoutStart();
    }

    private static long count(boolean yes) {
        return yes ? 1 : 0;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static @Nullable Instant laterOrNull(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return later(a, b);
    }
}
