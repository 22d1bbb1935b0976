// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.InstanceId;
import io.hubgate.tracking.InstanceRecord;

/** How a record is kept: small where its values allow it, and whole otherwise. None of the forms holds the id, which is their key. */
sealed interface StoredInstance permits ActiveInstance, FinishedInstance, StoredInstance.Exact {
    /** Returns which write of its hub this was. */
    int version();

    /** Returns the record again. */
    InstanceRecord record(InstanceId id);

    /** Returns the smallest form that loses nothing that a store must keep. */
    static StoredInstance of(InstanceRecord record, int version) {
        if (record.isActive()) {
            return ActiveInstance.fits(record) ? new ActiveInstance(record, version) : new Exact(record, version);
        }
        return FinishedInstance.fits(record) ? FinishedInstance.of(record, version) : new Exact(record, version);
    }

    /** A record with a time that the small forms cannot hold, such as one with single nanoseconds. */
    record Exact(InstanceRecord kept, int version) implements StoredInstance {
        @Override
        public InstanceRecord record(InstanceId id) {
            return kept;
        }
    }
}
