// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.concurrency;

import java.util.Map;
import java.util.TreeMap;

/** What {@link InstanceStoreLincheckTest} does, one call after the other: counters in a map. */
public class PlainInstances {
    private final Map<Integer, Integer> counts = new TreeMap<>();

    /** Counts up. */
    public int increment(int id) {
        return counts.merge(id, 1, Integer::sum);
    }

    /** Returns all counters. */
    public String all() {
        return counts.toString();
    }

    /** Removes all counters. */
    public void drop() {
        counts.clear();
    }
}
