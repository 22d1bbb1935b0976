// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.tables;

import java.nio.file.Path;
import java.util.List;

/** Measures what {@code docs/benchmarks.md} tells of Azure tables. */
public final class TablesBench {
    private TablesBench() {}

    /**
     * Prints one table for events a second, one for what a long history costs, and one for the start.
     *
     * @param arguments the backend's jar; then any of {@code events}, {@code history} and {@code start}, all of them if none is named
     * @throws Exception if one of them fails
     */
    public static void main(String[] arguments) throws Exception {
        Path backend = Path.of(arguments[0]);
        List<String> parts = List.of(arguments);
        boolean all = parts.size() == 1;
        if (all || parts.contains("events")) {
            ThroughputTable.print(backend);
            System.out.println();
        }
        if (all || parts.contains("history")) {
            HistoryTable.print();
            System.out.println();
        }
        if (all || parts.contains("start")) {
            StartTable.print(backend);
        }
    }
}
