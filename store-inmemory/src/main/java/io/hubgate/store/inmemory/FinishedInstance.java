// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.List;

/**
 * A finished instance as the {@link FinishedTable} keeps it: 25 bytes beside the hash of its id. Function and reason are forgotten, and the
 * receipt is rounded up to a second, so that it is kept rather longer than asked.
 *
 * @param since the time of its terminal event, in ticks
 * @param firstSeen the time of its earliest non-terminal event, in ticks, or {@link Ticks#NONE}
 * @param receipt the second of its last receipt since 1970, unsigned: until 2106
 * @param status the index of its status
 * @param version which write of the hub this was
 */
record FinishedInstance(long since, long firstSeen, int receipt, byte status, int version) implements StoredInstance {
    private static final List<RuntimeStatus> STATUSES =
            List.of(RuntimeStatus.COMPLETED, RuntimeStatus.FAILED, RuntimeStatus.CANCELED, RuntimeStatus.TERMINATED);

    private static final long LAST_SECOND = 0xFFFF_FFFFL;

    /** Every record that came out of a join fits, but for times of single nanoseconds or beyond 2106. */
    static boolean fits(InstanceRecord record) {
        return record.since().equals(record.lastTerminal())
                && Ticks.keep(record.since())
                && Ticks.keep(record.firstSeen())
                && record.receivedAt().getEpochSecond() >= 0
                && record.receivedAt().getEpochSecond() < LAST_SECOND
                && STATUSES.contains(record.status());
    }

    static FinishedInstance of(InstanceRecord record, int version) {
        return new FinishedInstance(
                Ticks.of(record.since()),
                Ticks.of(record.firstSeen()),
                (int) roundedUp(record.receivedAt()),
                (byte) STATUSES.indexOf(record.status()),
                version);
    }

    /** Returns the first whole second that is not before a time. */
    static long roundedUp(Instant time) {
        return time.getEpochSecond() + (time.getNano() == 0 ? 0 : 1);
    }

    @Override
    public InstanceRecord record(InstanceId id) {
        Instant ended = Ticks.instant(since);
        return new InstanceRecord(
                id,
                STATUSES.get(status),
                ended,
                OrchestratorName.UNNAMED,
                "",
                Ticks.orNull(firstSeen),
                ended,
                Instant.ofEpochSecond(Integer.toUnsignedLong(receipt)));
    }
}
