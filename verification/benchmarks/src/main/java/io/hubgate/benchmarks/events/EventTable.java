// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.events;

import io.hubgate.benchmarks.measure.ProcessorTime;
import io.hubgate.benchmarks.measure.Runs;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link AppliedEvents} and prints events per second. */
public final class EventTable {
    private static final double SECOND = 1e9;

    private EventTable() {}

    /**
     * Prints one line for each kind of events and size of a delivery.
     *
     * @param arguments none
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> runs = Runs.of(AppliedEvents.class);
        System.out.println("| events | a delivery has | events/s of processor time | events/s by the clock |");
        System.out.println("|---|---|---|---|");
        for (RunResult run : runs) {
            System.out.println("| " + Runs.method(run) + " | " + Runs.parameter(run, "size") + " | "
                    + ProcessorTime.nanos(run).into(SECOND).text(0) + " | "
                    + Runs.time(run).into(SECOND).text(0) + " |");
        }
    }
}
