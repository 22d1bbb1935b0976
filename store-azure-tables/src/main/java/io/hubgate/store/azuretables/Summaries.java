// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.store.Deadline;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the summaries that this client wrote last. One that is old costs a lost race and a look, nothing else. Thread-safe. */
final class Summaries {
    /** Each holds at most some 100 KB; most hold little. */
    private static final int MOST = 1000;

    private record Key(String table, String partition) {}

    private final Line line;
    private final Map<Key, Summary> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Summary> eldest) {
            return size() > MOST;
        }
    };

    Summaries(Line line) {
        this.line = line;
    }

    Summary get(String table, String partition, Deadline deadline) {
        Summary known = known(new Key(table, partition));
        return known != null ? known : read(table, partition, deadline);
    }

    private synchronized @Nullable Summary known(Key key) {
        return latest.get(key);
    }

    /** Reads a summary as it is now. */
    Summary read(String table, String partition, Deadline deadline) {
        return line.get(table, partition, Summary.ROW, deadline)
                .map(Summary::of)
                .orElse(Summary.NONE);
    }

    synchronized void put(String table, String partition, Summary summary) {
        latest.put(new Key(table, partition), summary);
    }

    synchronized void forget(String table, String partition) {
        latest.remove(new Key(table, partition));
    }
}
