// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH benchmarks as their annotations say, with {@link ProcessorTime}. */
public final class Runs {
    private Runs() {}

    /**
     * Runs every benchmark of a class.
     *
     * @param type the class
     * @return one result for each method and combination of parameters
     * @throws RunnerException if one of them fails
     */
    public static Collection<RunResult> of(Class<?> type) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(type.getName().replace(".", "\\.") + "\\.")
                        .addProfiler(ProcessorTime.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    /**
     * Returns the time of the day that an operation takes.
     *
     * @param run what was run
     * @return the mean of each iteration, in the unit of the benchmark
     */
    public static Spread time(RunResult run) {
        List<Double> measured = new ArrayList<>();
        for (IterationResult iteration : ProcessorTime.iterations(run)) {
            measured.add(iteration.getPrimaryResult().getScore());
        }
        return Spread.of(measured);
    }

    /**
     * Returns the value of a parameter.
     *
     * @param run what was run
     * @param name the parameter's name
     * @return its value
     */
    public static String parameter(RunResult run, String name) {
        return run.getParams().getParam(name);
    }

    /**
     * Returns the name of the method.
     *
     * @param run what was run
     * @return the name without its class
     */
    public static String method(RunResult run) {
        String name = run.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
