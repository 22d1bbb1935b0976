// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.concurrency;

import io.hubgate.tracking.InstanceRecord;
import java.util.HashMap;
import java.util.Map;

/** What {@link GroupCommitLincheckTest} does, one call after the other: a map and the join. */
public class PlainTracker {
    private final Map<Integer, InstanceRecord> records = new HashMap<>();

    /** An event that the instance runs. */
    public void begins(int backend, int id, int second) {
        records.merge(id, Orders.record(id, false, second), InstanceRecord::join);
    }

    /** An event that the instance has ended. */
    public void ends(int backend, int id, int second) {
        records.merge(id, Orders.record(id, true, second), InstanceRecord::join);
    }

    /** Two events of one instance in one delivery. */
    public void beginsAndEnds(int backend, int id, int second) {
        begins(backend, id, second);
        ends(backend, id, second + 1);
    }

    /** What is stored. */
    public String look(int id) {
        return Orders.shown(records.get(id));
    }
}
