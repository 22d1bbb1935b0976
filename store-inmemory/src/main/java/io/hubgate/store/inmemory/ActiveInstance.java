// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.tracking.InstanceRecord;

/** An active instance with its times as {@link Ticks}: 64 bytes instead of the 150 of a record and its instants. */
final class ActiveInstance implements StoredInstance {
    private final RuntimeStatus status;
    private final OrchestratorName function;
    private final String reason;
    private final long since;
    private final long firstSeen;
    private final long lastTerminal;
    private final long receivedAt;
    private final int version;

    ActiveInstance(InstanceRecord record, int version) {
        this.status = record.status();
        this.function = record.function();
        this.reason = record.reason();
        this.since = Ticks.of(record.since());
        this.firstSeen = Ticks.of(record.firstSeen());
        this.lastTerminal = Ticks.of(record.lastTerminal());
        this.receivedAt = Ticks.roundedUp(record.receivedAt());
        this.version = version;
    }

    /** Event times must come back exactly; the receipt may be rounded up. */
    static boolean fits(InstanceRecord record) {
        return Ticks.keep(record.since())
                && Ticks.keep(record.firstSeen())
                && Ticks.keep(record.lastTerminal())
                && Ticks.isNear(record.receivedAt());
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public InstanceRecord record(InstanceId id) {
        return new InstanceRecord(
                id,
                status,
                Ticks.instant(since),
                function,
                reason,
                Ticks.orNull(firstSeen),
                Ticks.orNull(lastTerminal),
                Ticks.instant(receivedAt));
    }
}
