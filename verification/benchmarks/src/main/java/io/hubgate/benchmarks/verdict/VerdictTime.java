// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.verdict;

import io.hubgate.benchmarks.sample.IdKind;
import io.hubgate.benchmarks.sample.SampleApp;
import io.hubgate.benchmarks.sample.SampleEvents;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.readiness.Verdict;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A verdict on a slot whose hub has a hundred active instances, after few and after many others have finished. An operation is one verdict. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(VerdictTime.QUESTIONS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-Dslf4j.internal.verbosity=ERROR"})
@Warmup(iterations = 10)
@Measurement(iterations = 10)
public class VerdictTime {
    /** How often one iteration asks: counted, since a busy machine gives no fixed work in a fixed time. */
    public static final int QUESTIONS = 5_000;

    private static final int ACTIVE = 100;
    private static final int AT_A_TIME = 1_000;
    private static final int DELIVERY = 1_000;

    /** How many instances have finished. */
    @Param({"1000", "1000000"})
    public int finished;

    private final SampleApp app = new SampleApp();

    /** Lets instances live and end, and a hundred more begin. */
    @Setup
    public void fill() {
        List<IncomingEvent> ended = new SampleEvents(IdKind.MADE_UP, 417, finished).lives(AT_A_TIME);
        app.take(SampleEvents.deliveries(ended, DELIVERY));
        app.take(List.of(new SampleEvents(IdKind.MADE_UP, 418, ACTIVE).begun()));
        if (app.active() != ACTIVE || !(app.verdict() instanceof Verdict.NotReady)) {
            throw new IllegalStateException(app.active() + " active: " + app.verdict());
        }
    }

    /** Asks. */
    @Benchmark
    public void verdict(Blackhole answers) {
        for (int i = 0; i < QUESTIONS; i++) {
            answers.consume(app.verdict());
        }
    }
}
