// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time that an operation takes, of all threads of the process, collector and compiler included. Unlike the time of the day it
 * does not count what other processes do meanwhile, so it bears a machine that is shared.
 */
public final class ProcessorTime implements InternalProfiler {
    private static final String LABEL = "processor-time";

    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long begin;

    @Override
    public String getDescription() {
        return "processor time per operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        begin = process.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double spent = process.getProcessCpuTime() - begin;
        double operations = result.getMetadata().getMeasuredOps();
        return List.of(new ScalarResult(LABEL, spent / operations, "ns/op", AggregationPolicy.AVG));
    }

    /**
     * Returns the processor time of an operation.
     *
     * @param run what this profiler was added to
     * @return nanoseconds, one measurement for each iteration that counts
     */
    public static Spread nanos(RunResult run) {
        List<Double> measured = new ArrayList<>();
        for (IterationResult iteration : iterations(run)) {
            Result<?> result =
                    Objects.requireNonNull(iteration.getSecondaryResults().get(LABEL), "profiler is missing");
            measured.add(result.getScore());
        }
        return Spread.of(measured);
    }

    /**
     * Returns all iterations that count.
     *
     * @param run what was run
     * @return the iterations of all forks
     */
    public static List<IterationResult> iterations(RunResult run) {
        List<IterationResult> all = new ArrayList<>();
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            all.addAll(fork.getIterationResults());
        }
        return all;
    }
}
