// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.tables;

import io.hubgate.benchmarks.measure.Spread;
import io.hubgate.benchmarks.start.Server;
import io.hubgate.verification.azurite.Azurite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts the backend with its state in memory and in tables, in turns, until {@code /readyz} says ready. */
final class StartTable {
    private static final int ROUNDS = Integer.getInteger("hubgate.starts", 9);

    private StartTable() {}

    static void print(Path backend) throws Exception {
        try (Azurite azurite = Azurite.inMemory()) {
            Server memory = new Server(backend, List.of("--port"), Map.of());
            Server tables = new Server(
                    backend,
                    List.of("--port"),
                    Map.of(
                            "HUBGATE_STORE",
                            "azure-tables",
                            "HUBGATE_STORAGE_CONNECTION_STRING",
                            azurite.account().connectionString()));
            List<Double> inMemory = new ArrayList<>();
            List<Double> inTables = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                double one = memory.start().seconds();
                double other = tables.start().seconds();
                if (round > 0) {
                    inMemory.add(one);
                    inTables.add(other);
                    ratios.add(other / one);
                }
            }
            System.out.println("| until ready, seconds | in memory | in tables | ratio |");
            System.out.println("|---|---|---|---|");
            System.out.println("| time of the day | " + Spread.of(inMemory).text(2) + " | "
                    + Spread.of(inTables).text(2) + " | " + Spread.of(ratios).text(2) + " |");
            System.out.printf(Locale.ROOT, "%nThe backend's jar: %.1f MiB%n", Files.size(backend) / 1024.0 / 1024.0);
        }
    }
}
