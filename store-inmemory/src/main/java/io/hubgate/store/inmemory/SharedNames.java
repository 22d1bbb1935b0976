// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.OrchestratorName;
import io.hubgate.tracking.InstanceRecord;
import java.util.HashMap;
import java.util.Map;

/** Keeps one copy of each orchestrator's name instead of one for each instance. Not thread-safe. */
final class SharedNames {
    /** A hub has few orchestrators; names beyond are not shared, so that invented ones cannot fill the memory. */
    private static final int MOST = 256;

    private final Map<OrchestratorName, OrchestratorName> names = new HashMap<>();

    /** Returns the same record with a name that others use too, if there is room for one. */
    InstanceRecord shared(InstanceRecord record) {
        OrchestratorName own = record.function();
        OrchestratorName known = names.get(own);
        if (known == null && names.size() < MOST) {
            names.put(own, own);
        }
        return known == null ? record : named(record, known);
    }

    private static InstanceRecord named(InstanceRecord record, OrchestratorName name) {
        return new InstanceRecord(
                record.id(),
                record.status(),
                record.since(),
                name,
                record.reason(),
                record.firstSeen(),
                record.lastTerminal(),
                record.receivedAt());
    }
}
