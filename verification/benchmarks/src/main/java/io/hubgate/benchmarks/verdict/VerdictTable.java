// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.verdict;

import io.hubgate.benchmarks.measure.ProcessorTime;
import io.hubgate.benchmarks.measure.Runs;
import io.hubgate.benchmarks.measure.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link VerdictTime} and prints its times and their ratios to the first. */
public final class VerdictTable {
    private static final double MICRO = 1e3;

    private VerdictTable() {}

    /**
     * Prints one line for each number of finished instances.
     *
     * @param arguments none
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] arguments) throws RunnerException {
        List<RunResult> runs = Runs.of(VerdictTime.class).stream()
                .sorted(Comparator.comparingInt(VerdictTable::finished))
                .toList();
        System.out.println("| finished | time by the clock, µs | ratio | processor time, µs | ratio |");
        System.out.println("|---|---|---|---|---|");
        for (RunResult run : runs) {
            Spread time = Runs.time(run);
            Spread processor = ProcessorTime.nanos(run);
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %s | %.2f | %s | %.2f |%n",
                    finished(run),
                    time.in(MICRO).text(1),
                    time.median() / Runs.time(runs.get(0)).median(),
                    processor.in(MICRO).text(1),
                    processor.median() / ProcessorTime.nanos(runs.get(0)).median());
        }
    }

    private static int finished(RunResult run) {
        return Integer.parseInt(Runs.parameter(run, "finished"));
    }
}
